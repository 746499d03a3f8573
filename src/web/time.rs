//! The clock. Only the shell looks at it; everything else is told.

use js_sys::Date;

/// Now, in ISO 8601, UTC, to the second.
pub fn now() -> String {
    let text = String::from(Date::new_0().to_iso_string());
    text.split('.').next().map_or_else(String::new, |seconds| format!("{seconds}Z"))
}

/// The local time of day, such as `20:31`.
pub fn time_of_day() -> String {
    let date = Date::new_0();
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
