//! Names that no module declares.

use std::path::Path;

use fedseal_inspect::contract::{ExtractOptions, Extracted};

use crate::project::{Found, owned, project, run_with, texts, write};

fn with_globals(dir: &Path, ambient: &[&str]) -> (Extracted, Found) {
    run_with(ExtractOptions {
        root: dir.to_owned(),
        exposes: owned(&[("./A", "./src/a.ts")]),
        ambient: ambient.iter().map(|name| dir.join(name)).collect(),
        libraries: vec![dir.join("lib")],
        ..ExtractOptions::default()
    })
}

#[test]
fn global_names_go_along() {
    let files = [
        (
            "lib/lib.dom.d.ts",
            "interface Window { name: string }\ninterface Date {}\ndeclare namespace JSX { interface Element {} }",
        ),
        ("lib/react/index.d.ts", "export interface Money {}\ndeclare global { interface Global {} }"),
        (
            "src/global.d.ts",
            "/// <reference types=\"node\" />\ninterface Window { __APP__: Money }\n\n/** What things cost. */\ninterface Money { amount: number; currency: Currency; since: Date }\n\
             type Currency = import('./currency').Currency;\ndeclare const VERSION: `${number}`;\ntype Unused = 1;\n\
             declare namespace App { interface Theme { color: Color } type Color = 'red' }\ndeclare class Base<T> { value: T }\n\
             declare module '*.svg' { const url: string; export default url; }",
        ),
        (
            "src/module.d.ts",
            "import { type Locale as L } from './locale';\ninterface Inner { locale: L }\nexport interface Exported { a: 1 }\n\
             declare global {\n  interface Money { inner: Inner; exported: Exported }\n  var Global: string;\n}",
        ),
        ("src/currency.ts", "export type Currency = 'EUR' | Other;"),
        ("src/other.d.ts", "type Other = 'USD';"),
        ("src/locale.ts", "export type Locale = 'de';"),
        (
            "src/a.ts",
            "import type { Currency } from './shadowed';\nexport interface Price { money: Money; of: typeof VERSION; c: Currency; w: Window }\n\
             export type Of<Money> = Money;\nexport class Sub extends Base<App.Theme> {}\nexport type G = typeof Global;\nexport * from './b';",
        ),
        ("src/b.ts", "export type B<T> = T extends (infer Unused)[] ? Unused : never;"),
        ("src/shadowed.ts", "export type Currency = 1;"),
    ];
    let dir = project(&files);
    let ambient = ["src/global.d.ts", "src/module.d.ts", "src/other.d.ts"];
    let (extracted, found) = with_globals(dir.path(), &ambient);
    assert_eq!(found, []);
    let all = texts(&extracted);
    assert_eq!(
        all.keys().copied().collect::<Vec<_>>(),
        [
            "A.d.ts",
            "_internal/__/globals.d.ts",
            "_internal/src/b.d.ts",
            "_internal/src/currency.d.ts",
            "_internal/src/locale.d.ts",
            "_internal/src/shadowed.d.ts",
        ]
    );
    assert!(
        all["A.d.ts"].ends_with("import { App, Base, Money, VERSION } from \"./_internal/__/globals.js\";\n"),
        "{}",
        all["A.d.ts"]
    );
    assert_eq!(
        all["_internal/__/globals.d.ts"],
        "/** What things cost. */\nexport interface Money { amount: number; currency: Currency; since: Date }\n\
         export type Currency = import('../src/currency.js').Currency;\nexport declare const VERSION: `${number}`;\n\
         export declare namespace App { interface Theme { color: Color } type Color = 'red' }\nexport declare class Base<T> { value: T }\n\
         import { type Locale as L } from '../src/locale.js';\nexport interface Inner { locale: L }\nexport interface Exported { a: 1 }\n\
         export interface Money { inner: Inner; exported: Exported }\nexport type Other = 'USD';\n"
    );
    assert!(all["_internal/src/currency.d.ts"].ends_with("import { Other } from \"../__/globals.js\";\n"));
    assert!(!all["_internal/src/b.d.ts"].contains("import"));

    // They are part of what the expose promises, and what is not used is not.
    let surface = |extracted: &Extracted| extracted.exposes[0].surface.clone();
    let change = |from: &str, to: &str| {
        write(dir.path(), &[("src/global.d.ts", &files[2].1.replace(from, to))]);
        surface(&with_globals(dir.path(), &ambient).0)
    };
    assert_eq!(surface(&extracted), change("type Unused = 1", "type Unused = 2"));
    assert_ne!(surface(&extracted), change("amount: number", "amount: string"));
}

#[test]
fn global_names_that_cannot_go_along() {
    let dir = project(&[
        ("src/a.ts", "export interface A { one: One; other: Other }"),
        ("src/one.d.ts", "import type { X } from './x';\ndeclare global { interface One { x: X } }"),
        ("src/other.d.ts", "import type { Y as X } from './x';\ndeclare global { interface Other { x: X } }"),
        ("src/x.ts", "export type X = 1;\nexport type Y = 2;"),
    ]);
    let (_, found) = with_globals(dir.path(), &["src/one.d.ts", "src/other.d.ts"]);
    assert_eq!(
        found,
        [(
            "contract/unresolved-name",
            "a stub uses global names whose declarations cannot go along: X is one thing in src/one.d.ts and another in src/other.d.ts".to_owned(),
            Some(("src/other.d.ts".to_owned(), Some(1)))
        )]
    );
    let dir = project(&[("src/a.ts", "export type A = One;"), ("src/one.d.ts", "type One = import('./gone').One;")]);
    let (_, found) = with_globals(dir.path(), &["src/one.d.ts"]);
    assert_eq!(found[0].0, "contract/unresolved-import");
    assert_eq!(found[0].2, Some(("src/one.d.ts".to_owned(), Some(1))));
}
