//! The rules `sign/…`, sorted by id.

super::rules! {
SIGN_KEY_EXPOSED "sign/key-exposed" Error true {
    "The file of a private key can be read by others."
    "Whoever reads it can sign any manifest as this team's. Treat a key that others could read as stolen."
    "Run `chmod 600` on the file, and make a new key if others may have read it. In a pipeline give the key as a secret: `--key env:NAME`."
}
SIGN_KEY_UNUSABLE "sign/key-unusable" Error true {
    "A key cannot be used."
    "Without the key nothing can be signed or verified, and nothing is taken for signed."
    "Give a JWK of Ed25519 or P-256, as `fedseal keygen` writes it: the private one to sign, the public one to verify."
}
SIGN_NOTHING_TO_RENEW "sign/nothing-to-renew" Error true {
    "There is no good signature of this key that could be renewed."
    "Renewing keeps what was said about these bytes. About other bytes, or by another key, nothing was said yet."
    "Run `fedseal sign`, which makes a new statement."
}
SIGN_OTHER_RELEASE "sign/other-release" Error true {
    "The signatures that are there belong to another manifest."
    "A sidecar whose signatures are of two releases has one that no host accepts, and nobody notices until the other key is retired."
    "Sign without `--append`, then add the second key's signature with it."
}
SIGN_SIGNER_FAILED "sign/signer-failed" Error true {
    "The command that signs gave no signature that the key verifies."
    "A signature that does not verify would be refused by every host, so it is not written."
    "The command gets the bytes to sign on its standard input and writes the signature as base64 to its standard output, for ES256 raw or in DER; `--key` is the public key that belongs to it."
}
}
