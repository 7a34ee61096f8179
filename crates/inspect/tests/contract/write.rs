//! What becomes of a stub's text.

use crate::project::{project, run, texts};

#[test]
fn two_exposes_of_one_source() {
    let dir =
        project(&[("src/a.ts", "export default class {}\nexport type A = 1;"), ("src/b.ts", "export type B = 1;")]);
    let exposes = [("./A", "./src/a.ts"), ("./deep/Again", "./src/a"), ("./B", "./src/b.ts"), ("./C", "./src/b.ts")];
    let (extracted, found) = run(dir.path(), &exposes);
    assert_eq!(found, []);
    let texts = texts(&extracted);
    assert_eq!(texts["deep/Again.d.ts"], "export * from \"../A.js\";\nexport { default } from \"../A.js\";\n");
    assert_eq!(texts["C.d.ts"], "export * from \"./B.js\";\n");
    assert_eq!(
        extracted.exposes.iter().map(|one| one.stub.as_str()).collect::<Vec<_>>(),
        ["A.d.ts", "deep/Again.d.ts", "B.d.ts", "C.d.ts"]
    );
}

#[test]
fn a_surface_does_not_depend_on_how_it_is_written() {
    let surface = |text: &str, other: &str| {
        let dir = project(&[("src/a.ts", text), ("src/b.ts", other)]);
        let (extracted, found) = run(dir.path(), &[("./A", "./src/a.ts")]);
        assert_eq!(found, []);
        extracted.exposes[0].surface.clone()
    };
    let text = "import type { B } from './b';\nexport function a(one: B | string): void {}";
    let first = surface(text, "export type B = 1 | 2;");
    let again =
        "/** Doc. */\nexport function a(two: (string | B)): void { void two; }\nimport { type B } from \"./b\";";
    assert_eq!(first, surface(again, "export type B = 2 | 1;\n"));
    assert_ne!(first, surface(text, "export type B = 1 | 2 | 3;"), "what it mentions is part of it");
    assert_ne!(first, surface(&text.replace("void {", "void | string {"), "export type B = 1 | 2;"));
}
