//! Edits: each does its own, and none minds a bad path.

use suanpan::basis::text::Lang;
use suanpan::evaluation::EvaluationEdit;
use suanpan::measure::direction::Direction;
use suanpan::word::scheme::evaluation::{
    Aim, EvaluationScheme, Grouping, Method, MissingRule, Normalisation, Parameter, Target,
};

fn edited(edit: EvaluationEdit) -> EvaluationScheme {
    let mut scheme = EvaluationScheme::county_junior();
    edit.apply(&mut scheme);
    scheme
}

#[test]
fn paths_and_numbers_that_mean_nothing_change_nothing() {
    let beyond = [vec![], vec![9], vec![0, 9], vec![2, 0], vec![0, 0, 0], vec![usize::MAX; 5]];
    for path in beyond {
        let edits = [
            EvaluationEdit::SetWeight { path: path.clone(), weight: u32::MAX },
            EvaluationEdit::SetLock { path: path.clone(), locked: true },
            EvaluationEdit::SetNormalisation { path: path.clone(), normalisation: Normalisation::ToBest },
            EvaluationEdit::SetParameter { path: path.clone(), parameter: Parameter::Cap, value: 1.0 },
            EvaluationEdit::SetDirection { path, direction: Direction::Lower },
        ];
        for edit in edits {
            assert_eq!(edited(edit.clone()), EvaluationScheme::county_junior(), "{edit:?}");
        }
    }
    let nothing = [
        // A group has no direction, a min–max no cap, and not-a-number is none.
        EvaluationEdit::SetDirection { path: vec![0], direction: Direction::Lower },
        EvaluationEdit::SetParameter { path: vec![2], parameter: Parameter::Cap, value: 1.0 },
        EvaluationEdit::SetParameter { path: vec![3], parameter: Parameter::Cap, value: f64::NAN },
        EvaluationEdit::SetAdjustment { index: 0, per_unit: f64::INFINITY, cap: 1.0 },
        EvaluationEdit::SetAdjustment { index: 7, per_unit: 1.0, cap: 1.0 },
        EvaluationEdit::SetNormalisation {
            path: vec![2],
            normalisation: Normalisation::Target { target: Target::Fixed(f64::NAN), cap: 100.0 },
        },
    ];
    for edit in nothing {
        assert_eq!(edited(edit.clone()), EvaluationScheme::county_junior(), "{edit:?}");
    }
}

#[test]
fn edits_do_what_they_say() {
    assert_eq!(edited(EvaluationEdit::SetMissing(MissingRule::Zero)).missing, MissingRule::Zero);
    assert_eq!(edited(EvaluationEdit::SetGrouping(Grouping::Kind)).grouping, Grouping::Kind);
    assert_eq!(edited(EvaluationEdit::SetYear(Some(2024))).year, Some(2024));
    assert!(edited(EvaluationEdit::SetLock { path: vec![0, 1], locked: true }).node(&[0, 1]).unwrap().locked);
    let moved = edited(EvaluationEdit::SetWeight { path: vec![0], weight: 5_000 });
    assert_eq!(moved.nodes.iter().map(|node| node.weight).collect::<Vec<_>>(), [5_000, 2_500, 1_667, 833]);
    let down = edited(EvaluationEdit::SetDirection { path: vec![2], direction: Direction::Lower });
    assert_eq!(down.node(&[2]).unwrap().indicator().unwrap().direction, Direction::Lower);
    let capped = edited(EvaluationEdit::SetParameter { path: vec![3], parameter: Parameter::Target, value: 12.5 });
    let parameters = capped.node(&[3]).unwrap().indicator().unwrap().normalisation.parameters();
    assert_eq!(parameters, [(Parameter::Target, 12.5), (Parameter::Cap, 100.0)]);
    let adjusted = edited(EvaluationEdit::SetAdjustment { index: 1, per_unit: -3.0, cap: -9.0 }).adjustments;
    assert_eq!((adjusted[1].per_unit, adjusted[1].cap), (-3.0, 9.0));
    let mut scheme = moved;
    EvaluationEdit::Reset.apply(&mut scheme);
    assert_eq!(scheme, EvaluationScheme::county_junior());
}

#[test]
fn every_method_can_be_chosen_tuned_and_saved() {
    for method in Method::ALL {
        for aim in Aim::ALL {
            let mut chosen = Normalisation::MinMax.with_method(*method).with_aim(*aim);
            assert_eq!(chosen.method(), *method);
            assert!(chosen.target().is_none_or(|target| target.aim() == *aim));
            for (parameter, value) in chosen.parameters() {
                chosen.set(parameter, value + 1.5);
                assert!(chosen.parameters().contains(&(parameter, value + 1.5)), "{method:?} {parameter:?}");
            }
            let saved = serde_json::to_string(&chosen).unwrap();
            assert_eq!(serde_json::from_str::<Normalisation>(&saved).unwrap(), chosen);
        }
    }
}

#[test]
fn a_method_keeps_the_target_of_the_one_before() {
    let own = Normalisation::MinMax.with_method(Method::Target).with_aim(Aim::OwnPooled);
    assert_eq!(own.with_method(Method::PenaltyBegun).target(), own.target());
}

#[test]
fn every_method_and_rule_stands_in_the_method_document() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/method/evaluation.md");
    let document = std::fs::read_to_string(path).unwrap();
    let methods = Method::ALL.iter().map(|method| method.label(Lang::Zh));
    let rules = MissingRule::ALL.iter().map(|rule| rule.label(Lang::Zh));
    for name in methods.chain(rules) {
        assert!(document.contains(&format!("| {name} |")), "{name}");
    }
}

#[test]
fn the_decisions_have_names_of_their_own() {
    for lang in Lang::ALL {
        let mut methods: Vec<&str> = Method::ALL.iter().map(|method| method.label(*lang)).collect();
        methods.sort_unstable();
        methods.dedup();
        assert_eq!(methods.len(), Method::ALL.len());
    }
}
