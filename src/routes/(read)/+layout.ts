// P5: what readers are sent has no script, and needs none.
export const csr = false;
