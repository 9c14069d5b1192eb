//! What crosses the boundary, the same in Node and in a worker.

use js_sys::{JSON, Reflect};
use rosterwell::api;
use rosterwell::wasm::{Planner, fresh_seed, last_panic, operations, version};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

fn text(value: &JsValue, name: &str) -> String {
    field(value, name).as_string().unwrap()
}

fn opened() -> Planner {
    let mut planner = Planner::new();
    planner.run("open", r#"{"clinic": {}}"#).unwrap();
    planner
}

#[wasm_bindgen_test]
fn replies_are_json() {
    let reply = opened().run("validate", "{}").unwrap();
    let reply = JSON::parse(&reply).unwrap();
    assert_eq!(field(&field(&reply, "summary"), "horizon_days").as_f64(), Some(7.0));
}

#[wasm_bindgen_test]
fn errors_have_name_code_path_and_message() {
    let mut planner = Planner::new();
    for (operation, request, code, path) in [
        ("nothing", "{}", "operation.unknown", ""),
        ("validate", "{}", "desk.empty", ""),
        (
            "open",
            r#"{"clinic": {"settings": 3}}"#,
            "request.wrong_value",
            "clinic.settings",
        ),
    ] {
        let error: JsValue = planner.run(operation, request).unwrap_err().into();
        assert!(error.is_instance_of::<js_sys::Error>());
        assert_eq!(text(&error, "name"), "RosterwellError");
        assert_eq!(
            (text(&error, "code").as_str(), text(&error, "path").as_str()),
            (code, path)
        );
        assert!(!text(&error, "message").is_empty());
    }
}

#[wasm_bindgen_test]
fn a_task_is_advanced_and_finished() {
    let mut planner = opened();
    planner
        .start("plan", r#"{"steps": 100, "seed": 9007199254740991}"#)
        .unwrap();
    let progress = planner.advance(40).unwrap();
    assert_eq!(field(&progress, "steps").as_f64(), Some(100.0));
    assert_eq!(field(&progress, "done").as_bool(), Some(false));
    assert_eq!(field(&field(&progress, "news"), "unplaced").as_f64(), Some(0.0));
    let reply = JSON::parse(&planner.finish().unwrap()).unwrap();
    assert_eq!(field(&reply, "steps").as_f64(), Some(40.0));
    assert_eq!(field(&reply, "seed").as_f64(), Some(9_007_199_254_740_991.0));
    assert_eq!(text(&planner.finish().unwrap_err().into(), "code"), "task.none");
}

#[wasm_bindgen_test]
fn a_slice_of_time_ends_and_a_cancelled_task_is_gone() {
    let mut planner = opened();
    planner.start("plan", r#"{"steps": 64}"#).unwrap();
    let mut progress = planner.advance_for(5.0).unwrap();
    while field(&progress, "done").as_bool() == Some(false) {
        progress = planner.advance_for(5.0).unwrap();
    }
    assert_eq!(field(&progress, "step").as_f64(), Some(64.0));
    planner.cancel();
    assert_eq!(text(&planner.advance(1).unwrap_err().into(), "code"), "task.none");
}

#[wasm_bindgen_test]
fn the_module_says_what_it_can_do() {
    let names = js_sys::Array::from(&operations().unwrap());
    assert_eq!(names.length() as usize, api::operations().count());
    let plan = names.iter().find(|row| text(row, "name") == "plan").unwrap();
    assert_eq!(field(&plan, "task").as_bool(), Some(true));
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
    assert_eq!(last_panic(), None);
}

#[wasm_bindgen_test]
fn seeds_are_whole_differ_and_are_exact_in_javascript() {
    let seeds: Vec<f64> = (0..8).map(|_| fresh_seed().unwrap()).collect();
    for (idx, seed) in seeds.iter().enumerate() {
        assert!((0.0..9_007_199_254_740_992.0).contains(seed) && seed.fract() == 0.0);
        assert!(!seeds[..idx].contains(seed));
    }
}
