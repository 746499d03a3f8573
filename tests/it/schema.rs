//! A check against a JSON Schema, for the keywords that our published schema
//! uses. An unknown keyword fails, so that nothing is checked in name only.

use serde_json::Value;

/// Where the first breach of the schema is, or nothing.
pub fn breach(root: &Value, value: &Value) -> Option<String> {
    check(root, root, value, "$")
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    for (keyword, rule) in schema.as_object().unwrap() {
        if let Some(found) = rule_breach(root, schema, keyword, rule, value, at) {
            return Some(found);
        }
    }
    None
}

fn rule_breach(root: &Value, schema: &Value, keyword: &str, rule: &Value, value: &Value, at: &str) -> Option<String> {
    let holds = match keyword {
        "$schema" | "$defs" | "title" | "description" => true,
        "$ref" => {
            let target = root.pointer(rule.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
            return check(root, target, value, at);
        }
        "type" => match rule {
            Value::Array(types) => types.iter().any(|one| is_type(value, one.as_str().unwrap())),
            one => is_type(value, one.as_str().unwrap()),
        },
        "const" => value == rule,
        "enum" => rule.as_array().unwrap().contains(value),
        "anyOf" => rule.as_array().unwrap().iter().any(|one| check(root, one, value, at).is_none()),
        "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
        "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
        "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
        "pattern" => {
            assert_eq!(rule, "^[0-9a-f]{64}$", "the only pattern known here");
            let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            value.as_str().is_none_or(|text| text.len() == 64 && text.bytes().all(digit))
        }
        "required" => value.as_object().is_none_or(|object| {
            rule.as_array().unwrap().iter().all(|name| object.contains_key(name.as_str().unwrap()))
        }),
        "items" => {
            let items = value.as_array().into_iter().flatten().enumerate();
            return items.into_iter().find_map(|(index, item)| check(root, rule, item, &format!("{at}[{index}]")));
        }
        "properties" => {
            let known = rule.as_object().unwrap().iter();
            return known
                .filter_map(|(name, rule)| Some((name, rule, value.get(name)?)))
                .find_map(|(name, rule, value)| check(root, rule, value, &format!("{at}.{name}")));
        }
        "additionalProperties" => {
            assert_eq!(rule, &Value::Bool(false));
            value.as_object().is_none_or(|object| object.keys().all(|name| schema["properties"].get(name).is_some()))
        }
        other => panic!("unknown keyword {other}"),
    };
    (!holds).then(|| format!("{at}: {keyword}"))
}

fn is_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("unknown type {other}"),
    }
}
