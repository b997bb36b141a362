/** The address of Kolada's API; another one only for tests, or behind a proxy. */
export const KOLADA_URL = 'https://api.kolada.se/v3';
