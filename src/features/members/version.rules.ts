/** The product's version; a test holds it against package.json, which is not shipped with the built server. */
export const version = '0.1.0';
