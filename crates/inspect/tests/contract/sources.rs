//! What tsc would infer from.

use crate::project::{project, run};

#[test]
fn an_import_that_would_become_any() {
    let dir = project(&[
        (
            "src/globals.d.ts",
            "declare module 'virtual:*' { const x: string; export default x; }\ndeclare module '*.vue' { const y: unknown; export default y; }",
        ),
        (
            "src/a.ts",
            "import v from 'virtual:icons';\nimport d from './d.vue';\nimport './x.css';\nimport { b } from './b.js';\nexport const a = [v, d, b];",
        ),
        ("src/d.vue", ""),
        (
            "src/b.ts",
            "import { gone } from 'gone';\nexport const b: string = gone;\nexport const lazy = () => import('./also-gone');",
        ),
    ]);
    let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(extracted.pending.len(), 1);
    assert_eq!(
        found,
        [
            (
                "contract/unresolved-import",
                "src/b.ts imports \"gone\", which cannot be resolved".to_owned(),
                Some(("src/b.ts".to_owned(), Some(1)))
            ),
            (
                "contract/unresolved-import",
                "src/b.ts imports \"./also-gone\", which cannot be resolved".to_owned(),
                Some(("src/b.ts".to_owned(), Some(3)))
            ),
        ]
    );
}
