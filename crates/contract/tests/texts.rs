//! Specifiers, renaming, JSON, `any`, and the surface.

use fedseal_contract::{
    Kind, Outcome, anys, declare, exports, free_names, json_declaration, normalize, source_specifiers, specifiers,
    splice, surface,
};

const NAMING: &str = r#"/// <reference path="./path.d.ts" />
/// <reference types="types" />
import a from "import";
import "side-effect";
import {} from "empty";
import eq = require('require');
export * from "export-all";
export { b } from 'export-named';
export type C = import("import-type").C<import("nested").D>;
export declare const d: typeof import("query");
declare module "augmentation" { import inner from "inner"; }
const text = "no specifier";
"#;

#[test]
fn every_way_to_name_a_module() {
    let found = specifiers(NAMING).unwrap();
    let all: Vec<(&str, Kind, u32)> = found.iter().map(|one| (one.name.as_str(), one.kind, one.place.line)).collect();
    assert_eq!(
        all,
        [
            ("./path.d.ts", Kind::ReferencePath, 1),
            ("types", Kind::ReferenceTypes, 2),
            ("import", Kind::Import, 3),
            ("side-effect", Kind::SideEffect, 4),
            ("empty", Kind::Import, 5),
            ("require", Kind::Require, 6),
            ("export-all", Kind::Export, 7),
            ("export-named", Kind::Export, 8),
            ("import-type", Kind::ImportType, 9),
            ("nested", Kind::ImportType, 9),
            ("query", Kind::ImportType, 10),
            ("augmentation", Kind::Augmentation, 11),
            ("inner", Kind::Import, 11),
        ]
    );
    for one in &found {
        assert_eq!(&NAMING[one.range.0..one.range.1], one.name);
    }
}

#[test]
fn renaming_touches_nothing_else() {
    let edits: Vec<_> =
        specifiers(NAMING).unwrap().into_iter().map(|one| (one.range, format!("«{}»", one.name))).collect();
    let renamed = splice(NAMING, &edits);
    assert_eq!(renamed.matches('«').count(), 13);
    assert_eq!(renamed.replace(['«', '»'], ""), NAMING);
    assert_eq!(splice(NAMING, &[]), NAMING);
    assert!(renamed.contains("\"no specifier\""));
}

#[test]
fn sources_name_modules_in_calls_too() {
    let text = "import a from 'a';\nconst b = import('b');\nconst c = require(\"c\");\nimport(`d`);\n";
    let found = source_specifiers("x.ts", text).unwrap();
    assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn json_is_typed() {
    let text = r#"{ "a": 1, "b-c": "x", "d": [1, "x", true], "e": { "f": null }, "g": [{ "h": 1 }, { "i": 2 }], "j": [], "k": {} }"#;
    assert_eq!(
        json_declaration(text).unwrap(),
        r#"declare const _default: {
    a: number;
    "b-c": string;
    d: (number | string | boolean)[];
    e: {
        f: null;
    };
    g: ({
        h: number;
        i?: undefined;
    } | {
        i: number;
        h?: undefined;
    })[];
    j: never[];
    k: {};
};
export default _default;
"#
    );
    assert_eq!(json_declaration("\u{feff}1").unwrap(), "declare const _default: number;\nexport default _default;\n");
    let error = json_declaration("{\n  \"a\": }").unwrap_err();
    assert_eq!((error.place.line, error.message.as_str()), (2, "expected value"));
    // UTF-16 code units: é is one, 😀 is two.
    let error = json_declaration("{\n  \"é😀\": }").unwrap_err();
    assert_eq!((error.place.line, error.place.column), (2, 10));
}

#[test]
fn every_any_and_whose_it_is() {
    let text = "/** any */\nexport declare const many: string;\nexport interface A {\n  a: any;\n  b(c: any): \"any\";\n}\n\
                export default class { d: any[] }\nexport declare namespace N { const e: any; }\n";
    let found = anys(text).unwrap();
    let all: Vec<(&str, u32, u32)> =
        found.iter().map(|one| (one.name.as_str(), one.place.line, one.place.column)).collect();
    assert_eq!(all, [("A", 4, 6), ("A", 5, 8), ("default", 7, 27), ("N.e", 8, 39)]);
    let wide = anys("export declare const a: [\"é😀\", any];").unwrap();
    assert_eq!((wide[0].place.line, wide[0].place.column), (1, 33));
    assert_eq!(anys("export declare const company: string;").unwrap(), []);
}

#[test]
fn what_export_star_leaves_out() {
    for (text, default, assignment) in [
        ("export default class {}", true, false),
        ("declare const a: 1;\nexport default a;", true, false),
        ("export { a as default } from './x';", true, false),
        ("export { default } from './x';", true, false),
        ("export * as default from './x';", true, false),
        ("export { default as a } from './x';", false, false),
        ("declare const a: 1;\nexport = a;", false, true),
        ("export declare const a: 1;", false, false),
    ] {
        let found = exports(text).unwrap();
        assert_eq!((found.default, found.assignment), (default, assignment), "{text}");
    }
}

#[test]
fn the_surface_is_of_names_and_texts() {
    let one = surface(&[("a", "1"), ("b", "2")]);
    assert_eq!(one, surface(&[("b", "2"), ("a", "1")]));
    assert_ne!(one, surface(&[("a", "1"), ("c", "2")]));
    assert_ne!(one, surface(&[("a", "1b"), ("", "2")]));
    assert!(one.len() == 64 && one.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)));
}

#[test]
fn only_what_reaches_the_declaration_has_to_be_typed() {
    let text = |source: &str| match declare("x.ts", source, false).unwrap().outcome {
        Outcome::Text(text) => text,
        Outcome::NeedsTsc(needs) => panic!("{source}: {needs:?}"),
    };
    assert_eq!(
        text(
            "const table = { ...a };\nfunction hidden(a, b) { if (a) return b!; }\nexport function f(a: string): number { return hidden(a, 1) satisfies number; }"
        ),
        "export declare function f(a: string): number;\n"
    );
    assert_eq!(text("\u{feff}export const a = 1;"), "export declare const a = 1;\n");
    assert_eq!(
        text("#!/usr/bin/env node\nexport const a: number = 1;").trim().lines().last(),
        Some("export declare const a: number;")
    );
}

#[test]
fn the_first_reason_is_told_with_its_place() {
    let needs = |source: &str| match declare("x.ts", source, false).unwrap().outcome {
        Outcome::NeedsTsc(needs) => (needs.reason, needs.place.line, needs.place.column),
        Outcome::Text(text) => panic!("{source}: {text}"),
    };
    assert_eq!(
        needs("export const a: number = 1;\nexport const ü = b!;\nexport const c = d();").1,
        2,
        "the first in the source"
    );
    assert_eq!(
        needs("/** ü */ export const f = (): number => 1, a = 1 satisfies number;"),
        ("`satisfies` does not write the type down".to_owned(), 1, 48)
    );
    assert_eq!(needs("/** @internal */\nexport const a = [1];").1, 2);
}

#[test]
fn what_is_internal_is_for_tsc_where_it_is_stripped() {
    let source = "/** @internal */\nexport const a: number = 1;";
    assert!(matches!(declare("x.ts", source, false).unwrap().outcome, Outcome::Text(_)));
    assert!(matches!(declare("x.ts", source, true).unwrap().outcome, Outcome::NeedsTsc(_)));
}

#[test]
fn a_syntax_error_has_a_place() {
    let error = declare("x.ts", "export const a: number = 1;\n\nexport const = 2;", false).unwrap_err();
    assert_eq!((error.place.line, error.place.column), (3, 14));
    // JSX is one in a `.ts` file.
    assert!(declare("x.ts", "export const a: A = <b/>;", false).is_err());
    assert!(declare("x.tsx", "export const a: A = <b/>;", false).is_ok());
}

#[test]
fn doc_comments_stay_and_others_go() {
    let source = "// gone\n/** Kept. */\nexport interface A {\n  /** Kept too. */\n  a: string; // gone\n}\n/* gone */\nexport const b: A = { a: '' };\n";
    let Outcome::Text(text) = declare("x.ts", source, false).unwrap().outcome else { panic!("for tsc") };
    assert_eq!(
        text,
        "/** Kept. */\nexport interface A {\n    /** Kept too. */\n    a: string;\n}\nexport declare const b: A;\n"
    );
    assert!(!normalize(&text).unwrap().contains("Kept"));
}

#[test]
fn names_that_a_declaration_does_not_declare() {
    let text = r#"
import { Imported } from "x";
export interface Own<T, U extends Constraint> { [key: string]: T; own: Own<T, U>; readonly key: Value; get get(): Getter; method(this: This, parameter: Parameter): parameter is Narrow }
export type Mapped = { [Key in keyof Of]: Key };
export type Inferred = Checked extends (infer I extends Bound)[] ? I : I;
export type Function = <P>(a: P) => typeof a;
export declare const value: typeof Query.member;
export declare class Sub extends Base<Argument> implements Implemented { #private; constructor(parameter: New); }
export declare namespace Space { interface Inside {} type Uses = Inside | Outside; }
export declare function overload(a: Imported): asserts a is Asserted;
export type Tuple = [label: Item, ...rest: Rest[]];
export type Qualified = Left.Right.More;
export type Template = `${Part}`;
"#;
    let expected = [
        "Argument",
        "Asserted",
        "Base",
        "Bound",
        "Checked",
        "Constraint",
        "Getter",
        "I",
        "Implemented",
        "Item",
        "Left",
        "Narrow",
        "New",
        "Of",
        "Outside",
        "Parameter",
        "Part",
        "Query",
        "Rest",
        "This",
        "Value",
    ];
    assert_eq!(free_names(text).unwrap().into_iter().collect::<Vec<_>>(), expected);
    assert!(free_names("interface Script { a: Global }").unwrap().is_empty());
}
