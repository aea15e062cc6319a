/** Ways to get certificates, the default first. */
export const certificateSources = ['openssl', 'private-authority'] as const;

/** Way to get certificates: an authority of one file, made with OpenSSL, or the firm's in AWS Private CA. */
export type CertificateSource = (typeof certificateSources)[number];
