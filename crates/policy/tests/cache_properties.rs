//! What holds for any text.
use fedseal_policy::cache::{Judging, Response, Role, freshness, judge, read};
use proptest::prelude::*;

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("max-age=".to_owned()),
        Just("s-maxage=".to_owned()),
        Just("no-cache".to_owned()),
        Just("private".to_owned()),
        Just("immutable".to_owned()),
        Just("stale-while-revalidate=".to_owned()),
        Just(",".to_owned()),
        Just(" ".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("=".to_owned()),
        Just(";".to_owned()),
        "[0-9]{1,12}",
        ".",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![Just(Role::Entry), Just(Role::Hashed), Just(Role::Unhashed), Just(Role::TenantManifest)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_panics_and_messages_are_printable(value in pieces(), role in role()) {
        let response = Response::ok([("Cache-Control", value)]);
        for finding in judge(&response, Judging::new(role)) {
            prop_assert!(!finding.message.chars().any(char::is_control), "{:?}", finding.message);
            prop_assert!(finding.message.len() < 1000);
        }
        prop_assert!(freshness(&response).seconds() <= 1 << 31);
    }

    // What is accepted can be written again, and means the same: nothing was read that is not there.
    #[test]
    fn what_is_read_without_a_fault_is_the_whole_field(value in pieces()) {
        let once = read([value.as_str()]);
        if once.diagnostics.is_empty() {
            let again = once.directives.iter().map(|one| match &one.argument {
                None => one.name.clone(),
                Some(fedseal_policy::cache::Argument::Token(text)) => format!("{}={text}", one.name),
                Some(fedseal_policy::cache::Argument::Quoted(text)) => format!("{}=\"{text}\"", one.name),
            }).collect::<Vec<_>>().join(", ");
            prop_assert_eq!(&read([again.as_str()]), &once);
            let letters = |text: &str| text.to_ascii_lowercase().chars().filter(|char| char.is_ascii_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&again), letters(&value));
        }
    }

    // One line or several: the same field (RFC 9110, section 5.3).
    #[test]
    fn lines_are_one_list(parts in prop::collection::vec("(max-age=[0-9]{1,3}|no-cache|public|private|immutable|x y)", 1..5)) {
        let joined = parts.join(", ");
        prop_assert_eq!(read(parts.iter().map(String::as_str)), read([joined.as_str()]));
    }

    // The stricter value is never judged worse for an entry, and the longer one never for a hashed file.
    #[test]
    fn judgements_are_monotonous(one in 0u64..40_000_000, other in 0u64..40_000_000) {
        let (short, long) = (one.min(other), one.max(other));
        let errors = |role, seconds: u64| {
            let response = Response::ok([("Cache-Control", format!("max-age={seconds}, immutable"))]);
            judge(&response, Judging { complete: false, ..Judging::new(role) }).len()
        };
        if short > 0 {
            prop_assert!(errors(Role::Entry, short) <= errors(Role::Entry, long));
            prop_assert!(errors(Role::Hashed, long) <= errors(Role::Hashed, short));
        }
    }
}
