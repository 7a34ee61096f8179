//! Where names lead.

use std::fs;

use fedseal_inspect::contract::{Alias, ExtractOptions};

use crate::project::{link, owned, project, run, run_with, texts};

#[test]
fn names_of_a_tsconfig() {
    let files = [
        (
            "base.json",
            r#"{ "compilerOptions": { /* why */ "baseUrl": ".", "paths": { "@app/*": ["src/*"], "theme": ["src/theme.ts"] }, } }"#,
        ),
        ("tsconfig.json", r#"{ "extends": "./base.json" }"#),
        (
            "src/a.ts",
            "export type { B } from '@app/deep/b';\nexport type { T } from 'theme';\nexport type { C } from '@app/c.js';",
        ),
        ("src/deep/b.ts", "export type B = 1;"),
        ("src/theme.ts", "export type T = 1;"),
        ("src/c.tsx", "export type C = 1;"),
    ];
    let dir = project(&files);
    let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(found, []);
    assert_eq!(extracted.modules.len(), 4);
    assert!(texts(&extracted)["A.d.ts"].contains("'./_internal/src/deep/b.js'"));
    assert!(extracted.externals.is_empty());

    fs::write(dir.path().join("tsconfig.json"), "{").unwrap();
    let (_, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
    assert_eq!(found.iter().map(|one| one.0).collect::<Vec<_>>(), ["options/invalid"]);
    assert!(!found[0].1.contains(&*dir.path().to_string_lossy()), "{}", found[0].1);
}

#[test]
fn conditions_of_the_tsconfig() {
    let dir = project(&[
        ("app/src/a.ts", "export type { L } from 'linked';"),
        (
            "linked/package.json",
            r#"{ "name": "linked", "exports": { ".": { "@mono/source": "./src.ts", "types": "./dist.d.ts" } } }"#,
        ),
        ("linked/src.ts", "export type L = 1;"),
        ("linked/dist.d.ts", "export type L = 2;"),
    ]);
    fs::create_dir_all(dir.path().join("app/node_modules")).unwrap();
    link(&dir.path().join("linked"), &dir.path().join("app/node_modules/linked"));
    let (extracted, found) = run_with(ExtractOptions {
        root: dir.path().join("app"),
        exposes: owned(&[("./A", "./src/a.ts")]),
        conditions: vec!["@mono/source".to_owned()],
        ..ExtractOptions::default()
    });
    assert_eq!(found, []);
    assert_eq!(extracted.modules[1].id, "linked/src.ts");
}

#[test]
fn exposes_as_a_bundler_resolves_them() {
    let dir = project(&[
        ("package.json", r#"{ "name": "shop", "dependencies": { "zod": "^4.0.0", "legacy": "^1.0.0" } }"#),
        ("node_modules/zod/package.json", r#"{ "name": "zod", "version": "4.1.0", "types": "z.d.ts" }"#),
        ("node_modules/zod/z.d.ts", "export { z as default } from './deep';\nexport * from './deep';"),
        ("node_modules/zod/deep.d.ts", "export const z: 1;"),
        ("node_modules/legacy/package.json", r#"{ "name": "legacy", "version": "1.0.0", "types": "l.d.ts" }"#),
        ("node_modules/legacy/l.d.ts", "declare const legacy: 1;\nexport = legacy;"),
        ("node_modules/untyped/package.json", r#"{ "name": "untyped", "version": "1.0.0", "main": "u.js" }"#),
        ("node_modules/untyped/u.js", ""),
        ("src/ui/Button.tsx", "export interface B { b: 1 }"),
        ("src/theme.css", ":root {}"),
        ("src/button.module.css", ".a {}"),
        ("src/labels.json", r#"{ "a": 1 }"#),
    ]);
    let source = dir.path().join("src").to_string_lossy().into_owned();
    let alias = |name: &str, exact: bool, targets: &[&str]| Alias {
        name: name.to_owned(),
        exact,
        targets: targets.iter().map(|one| (*one).to_owned()).collect(),
    };
    let exposes = [
        ("./zod", "zod"),
        ("./legacy", "old"),
        ("./Button", "@/ui/Button"),
        ("./Star", "#ui/Button"),
        ("./theme", "./src/theme.css"),
        ("./classes", "@/button.module.css"),
        ("./labels", "./src/labels.json"),
        ("./untyped", "untyped"),
        ("./gone", "@/gone"),
    ];
    let (extracted, found) = run_with(ExtractOptions {
        root: dir.path().to_owned(),
        exposes: owned(&exposes),
        alias: vec![
            alias("old", true, &["legacy"]),
            alias("@", false, &["./none", &source]),
            alias("#ui/*", false, &["@/ui/*"]),
        ],
        ..ExtractOptions::default()
    });
    assert_eq!(
        found,
        [
            (
                "contract/expose-not-found",
                "the expose \"./gone\" has no source: there is no file \"@/gone\"".to_owned(),
                None
            ),
            (
                "contract/unsupported-source",
                "the expose \"./untyped\" is the package \"untyped\", which has no types".to_owned(),
                None
            ),
        ]
    );
    let texts = texts(&extracted);
    assert_eq!(texts["zod.d.ts"], "export * from \"zod\";\nexport { default } from \"zod\";\n");
    assert_eq!(texts["legacy.d.ts"], "import first = require(\"legacy\");\nexport = first;\n");
    assert_eq!(texts["theme.d.ts"], "export {};\n");
    assert_eq!(texts["Star.d.ts"], "export * from \"./Button.js\";\n");
    let all: Vec<_> =
        extracted.exposes.iter().map(|one| (one.key.as_str(), one.source.as_str(), one.has_default)).collect();
    assert_eq!(
        all[..7],
        [
            ("./zod", "zod", true),
            ("./legacy", "legacy", true),
            ("./Button", "src/ui/Button.tsx", false),
            ("./Star", "src/ui/Button.tsx", false),
            ("./theme", "src/theme.css", false),
            ("./classes", "src/button.module.css", true),
            ("./labels", "src/labels.json", true),
        ]
    );
    let externals: Vec<_> = extracted.externals.iter().map(|one| (one.name.as_str(), one.range.as_str())).collect();
    assert_eq!(externals, [("legacy", "^1.0.0"), ("zod", "^4.0.0")]);
    assert!(extracted.exposes[0].surface.len() == 64);
}
