// As readers' pages: what is sent has no script, and each opening asks the server anew whether it may be.
export const csr = false;
