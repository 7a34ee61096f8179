//! The rules `csp/…`, sorted by id.

super::rules! {
CSP_DANGEROUS_SOURCE "csp/dangerous-source" Warning false {
    "A source expression allows much more than anybody can need."
    "`*`, `https:`, `data:` and `'unsafe-inline'` in a directive for scripts, plugins or the base URL are errors: the policy then stops no injected code. Warnings are what only helps code that runs already (`blob:`, `'unsafe-eval'`, `'unsafe-hashes'`), code over `http:`, and the same sources in directives for workers, styles and connections. Where another policy of the page blocks what an expression allows, it is not reported."
    "Name the origins that are needed. Replace `'unsafe-inline'` by a nonce or hashes, and remove `'unsafe-eval'`: neither Module Federation nor fedseal evaluates text."
}
CSP_DUPLICATE_DIRECTIVE "csp/duplicate-directive" Warning false {
    "A policy has the same directive twice."
    "Browsers take the first one and ignore the second (CSP3, section 2.2.1), so what the second one adds or forbids has no effect."
    "Merge both into one directive."
}
CSP_ENFORCEMENT_REMOVED "csp/enforcement-removed" Error false {
    "A policy that blocked is gone, or only reports."
    "What it kept out gets in after the merge."
    "Restore it, or send it as `Content-Security-Policy` instead of `Content-Security-Policy-Report-Only`."
}
CSP_ENGINES_DIFFER "csp/engines-differ" Warning false {
    "Browsers disagree about a source expression that a remote relies on."
    "The specification allows the request, and at least one of Chromium, Firefox and WebKit blocks it: the remote loads for some visitors only."
    "Write the expression with the scheme and port that the remote has: `https://cdn.example.com:8443`, `wss://api.example.com`."
}
CSP_HOST_LIST_IGNORED "csp/host-list-ignored" Note false {
    "`'strict-dynamic'` lets remotes in without asking a host list."
    "A browser that knows `'strict-dynamic'` lets every script that runs load scripts from anywhere (CSP3, section 8.2). Hosts beside it look like a restriction and are none. The policy then does not limit where a remote's code comes from."
    "Rely on seals for that: `Integrity-Policy: blocked-destinations=(script)` and remotes on `block`. Keep the hosts only for browsers without `'strict-dynamic'`."
}
CSP_IGNORED_IN_META "csp/ignored-in-meta" Warning false {
    "A directive stands in a `<meta>` element, where it has no effect."
    "Browsers ignore `frame-ancestors`, `report-uri` and `sandbox` there (CSP3, section 3.3)."
    "Send the policy as a header."
}
CSP_IMPORT_MAP_BLOCKED "csp/import-map-blocked" Error false {
    "The policy blocks the import map that ES module remotes need."
    "fedseal gives the hashes of ES modules to the browser in an import map, which is an inline script. Without a nonce the browser refuses it, and the remote does not load."
    "Give the page's scripts a nonce, and add `'nonce-…'` to `script-src`. Remotes of the type `var` do not need it."
}
CSP_INVALID_SOURCE "csp/invalid-source" Warning false {
    "A source expression is not in the grammar of CSP."
    "Browsers ignore it, or read it in different ways. It does not allow what it was written for."
    "Correct the expression: `https://cdn.example.com`, `*.example.com`, `https://cdn.example.com:8443/path/`, `'nonce-…'`, `'sha384-…'`."
}
CSP_MISSING_SEMICOLON "csp/missing-semicolon" Error false {
    "The name of a directive stands among the sources of another."
    "Directives are separated by `;`. Without it, the second directive does not exist, and its sources are added to the first."
    "Put a `;` before the name."
}
CSP_NON_ASCII "csp/non-ascii" Error false {
    "A directive has a character outside of ASCII."
    "Browsers drop the whole directive (CSP3, section 2.2.1). What it restricts is then not restricted."
    "Write domain names in Punycode (`xn--…`) and paths percent-encoded. Look for typographic quotes and invisible characters."
}
CSP_NONE_NOT_ALONE "csp/none-not-alone" Warning false {
    "`'none'` stands beside other sources."
    "It then has no effect: the other sources are allowed."
    "Remove `'none'`, or all the others."
}
CSP_OBSOLETE_DIRECTIVE "csp/obsolete-directive" Note false {
    "A directive is in no specification any more."
    "Browsers ignore it, so it protects nothing."
    "Remove it. Instead of `block-all-mixed-content` use `upgrade-insecure-requests`; instead of `referrer` send `Referrer-Policy`."
}
CSP_PAGE_SANDBOXED "csp/page-sandboxed" Error false {
    "A `sandbox` directive takes away what a page needs to load remotes."
    "Whatever the other directives allow, a sandboxed page may do only what a flag gives back: without `allow-scripts` no script runs, without `allow-same-origin` the page has an origin that nobody else has (CSP3, section 6.3.2)."
    "Add the flags that the page needs, such as `sandbox allow-scripts allow-same-origin allow-forms`, or remove `sandbox`."
}
CSP_POLICY_TOO_LARGE "csp/policy-too-large" Error true {
    "The text of a policy is longer than 1 MiB."
    "Servers and browsers refuse headers of a fraction of that size; such a text is a mistake or an attack, and was not checked."
    "Find out where the text comes from."
}
CSP_POLICY_UNREADABLE "csp/policy-unreadable" Error true {
    "The policy of the shell could not be read."
    "What was not read was not checked."
    "Point `csp.policy` at the file or URL that sends the policy: a header file (`_headers`), `vercel.json`, an HTML file with a `<meta>` element, or the page's own address."
}
CSP_SCRIPTS_UNRESTRICTED "csp/scripts-unrestricted" Warning false {
    "No policy that is enforced restricts scripts."
    "Without `script-src` or `default-src` any injected script runs. `Content-Security-Policy-Report-Only` blocks nothing."
    "Add a `script-src`. `fedseal csp generate` writes one from the sealed manifests."
}
CSP_SOURCE_MISSING "csp/source-missing" Error false {
    "The Content Security Policy of the shell blocks a URL that a sealed manifest needs."
    "The browser refuses the request, and the remote does not load. Only visitors see it: nothing fails at build."
    "Add the source that is named to the directive that is named."
}
CSP_STATIC_NONCE "csp/static-nonce" Error false {
    "A policy in a static file has a nonce."
    "Everybody gets the same nonce and can read it, so injected code can carry it. It is then as good as `'unsafe-inline'`."
    "Let the server make a new nonce per response, or list hashes: `fedseal csp generate --hashes`."
}
CSP_TRUSTED_TYPES_BLOCKED "csp/trusted-types-blocked" Error false {
    "The policy requires Trusted Types and does not allow the policy that loads remotes."
    "Browsers with Trusted Types then refuse the script URLs of every remote."
    "Add the name to `trusted-types`: `fedseal` for `createTrustedTypesPolicy()`, and the names in `output.trustedTypes` of your bundler."
}
CSP_UNEXPLAINED_SOURCE "csp/unexplained-source" Error false {
    "The policy allows something that it did not allow before, and nothing explains it."
    "No sealed manifest needs it, and nobody has signed for it. A policy that only grows ends up allowing everything."
    "Remove it, or add an exception of this rule with `expression`, `owner` and `reason` to `exceptions` in the configuration."
}
CSP_UNKNOWN_DIRECTIVE "csp/unknown-directive" Warning false {
    "A policy has a directive that does not exist."
    "Browsers ignore it. If a known directive was meant, its restriction is not there."
    "Correct the name, or remove the directive."
}
CSP_UNQUOTED_KEYWORD "csp/unquoted-keyword" Error false {
    "A keyword has no quotes."
    "Without single quotes it is the name of a host: `self` allows the host called `self`, and not the page's own origin."
    "Put it in single quotes."
}
CSP_UNUSED_SOURCE "csp/unused-source" Note false {
    "No sealed manifest needs a source that the policy allows."
    "What nobody needs is only of use to an attacker."
    "Remove it. If the shell itself needs it, name it in `csp.needs` of the configuration."
}
CSP_URL_UNKNOWN "csp/url-unknown" Error true {
    "The address that a remote's files are loaded from is not known."
    "A manifest with `publicPath: \"auto\"` in a folder does not say where it will be served, so the policy could not be checked against it."
    "Give the target its public `url` in the configuration."
}
}
