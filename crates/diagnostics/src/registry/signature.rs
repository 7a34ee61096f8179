//! The rules `signature/…`, sorted by id.

super::rules! {
SIGNATURE_EXPIRED "signature/expired" Error false {
    "The signature's time is over."
    "Hosts refuse the manifest: an old release that is served on, by mistake or by an attacker, must not run for ever."
    "Run `fedseal resign` and deploy the sidecar, or deploy a new release."
}
SIGNATURE_EXPIRES_SOON "signature/expires-soon" Note false {
    "The signature's time is almost over."
    "From then on hosts refuse the manifest, although nothing in it has changed."
    "Run `fedseal resign` and deploy the sidecar; let a scheduled job do it."
}
SIGNATURE_MALFORMED "signature/malformed" Error false {
    "The sidecar or a statement in it is not what hosts read."
    "What one reader refuses and another one accepts is a way past a check, so hosts refuse everything that is not exactly of the form."
    "Sign again with `fedseal sign`; do not edit the sidecar, and let no step of the deployment format it."
}
SIGNATURE_MISMATCH "signature/mismatch" Error false {
    "The signature is not one over the bytes of this manifest."
    "The manifest was changed after it was signed, by a later build step, a wrong deployment or an attacker. Hosts refuse it."
    "Seal and sign as the last steps, and deploy manifest and sidecar together. If nobody of yours changed the manifest, treat it as an attack."
}
SIGNATURE_MISSING "signature/missing" Error false {
    "A manifest that has to be signed has no sidecar."
    "Hosts that require a signature refuse the manifest; all others cannot tell it from one that an attacker wrote."
    "Run `fedseal sign` after `fedseal seal`, and deploy `<manifest>.sig` beside the manifest."
}
SIGNATURE_NOT_YET_VALID "signature/not-yet-valid" Error false {
    "The signature counts only from a later time."
    "Hosts refuse the manifest until then. Mostly the clock of the machine that signed was wrong."
    "Set the clock of the machine that signs, and sign again."
}
SIGNATURE_REDIRECTED "signature/redirected" Error false {
    "The URL of the manifest or of its sidecar leads elsewhere."
    "A signature is for the origin that serves the manifest. Hosts follow no redirect for a signed manifest: it may have come from anywhere."
    "Name the final URL in the hosts, or serve the files where the hosts look for them."
}
SIGNATURE_UNKNOWN_KEY "signature/unknown-key" Error false {
    "The manifest is signed, but by none of the keys that count for it."
    "Anybody can sign with a key of their own. Hosts refuse what the keys that they pin do not sign."
    "Sign with a key that the hosts pin. When a key is rotated, sign with both (`--append`) until all hosts pin the new one."
}
SIGNATURE_WRONG_ALGORITHM "signature/wrong-algorithm" Error false {
    "The signature names an algorithm that is not allowed, or not the key's."
    "A reader that lets the file choose how it is verified can be led to a check that proves nothing."
    "Sign with `fedseal sign`: Ed25519, or ES256 for a key of P-256."
}
SIGNATURE_WRONG_ORIGIN "signature/wrong-origin" Error false {
    "The manifest is signed for another origin than the one that serves it."
    "Hosts refuse it, so that a manifest of a test system cannot be served in production."
    "Sign with `--origin` of the server that users load from; for a second origin sign again with `--append`."
}
SIGNATURE_WRONG_REMOTE "signature/wrong-remote" Error false {
    "The manifest is signed as the one of another remote."
    "Hosts refuse it: a good manifest of one remote must not be served in place of another's."
    "Sign with the name that the manifest has and that hosts ask for; leave `--remote` out to take it from the manifest."
}
}
