//! What stubs are called.

use crate::project::{project, run};

#[test]
fn stubs_that_would_overwrite_each_other() {
    let dir = project(&[
        ("src/a.ts", "export * from './x';\nexport * from './x.js';\nexport type { X } from './x.jsx';"),
        ("src/x.ts", "export type X = 1;"),
        ("src/x.tsx", "export type X = 1;"),
    ]);
    let (_, found) = run(dir.path(), &[("./A", "./src/a.ts"), ("../B", "./src/x.ts"), ("./_internal/C", "./src/x.ts")]);
    assert_eq!(
        found.iter().map(|one| (one.0, one.1.as_str())).collect::<Vec<_>>(),
        [
            ("contract/stub-name-taken", "src/x.tsx and src/x.ts would have the same stub, _internal/src/x.d.ts"),
            (
                "contract/stub-name-taken",
                "the expose \"../B\" cannot be the name of a stub: it leaves the contract's folder, or is no name of a file"
            ),
            (
                "contract/stub-name-taken",
                "the expose \"./_internal/C\" cannot be the name of a stub: the folder `_internal` is for modules that are not exposed"
            ),
        ]
    );
}
