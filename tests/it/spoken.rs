//! What a screen reader speaks: every control has a name, and rows and cells come as one reads them.

use attache::sample;
use egui::{Key, Role};
use egui_kittest::kittest::NodeT as _;

use crate::support::desk::Desk;

/// What one can do something with, or go through.
const CONTROLS: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Grid,
    Role::Link,
    Role::List,
    Role::ListItem,
    Role::MultilineTextInput,
    Role::RadioButton,
    Role::Row,
    Role::Slider,
    Role::SpinButton,
    Role::Switch,
    Role::TextInput,
    Role::Tree,
    Role::TreeItem,
];

/// The page as it is now, and what of it has no name or stands in another order than one sees.
fn faults(desk: &Desk, page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut rows = 0.0;
    for it in desk.harness.root().children_recursive() {
        let node = it.accesskit_node();
        let role = node.role();
        let name = node.label().unwrap_or_default();
        if CONTROLS.contains(&role) && name.trim().is_empty() {
            let value = node.value().unwrap_or_default();
            let place = node.bounding_box();
            faults.push(format!(
                "{page}: a {role:?} has no name, at {place:?}, {value:?}"
            ));
        }
        if role == Role::Row {
            let top = node.bounding_box().map_or(0.0, |it| it.y0);
            if top < rows {
                faults.push(format!("{page}: {name} comes after what stands below it"));
            }
            rows = top;
            let mut left = 0.0;
            for cell in it
                .children()
                .filter(|it| it.accesskit_node().role() == Role::Cell)
            {
                let place = cell.accesskit_node().bounding_box();
                let here = place.map_or(0.0, |it| it.x0);
                if here < left {
                    faults.push(format!("{page}: cells of {name} are out of order"));
                }
                left = here;
            }
            if left == 0.0 {
                faults.push(format!("{page}: {name} has no cells"));
            }
        }
    }
    faults
}

#[test]
fn every_control_has_a_name_and_rows_and_cells_come_as_one_reads_them() {
    let mut desk = Desk::with(sample::washington());
    let mut all = Vec::new();
    let pages = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
    ];
    for (at, page) in pages.into_iter().enumerate() {
        desk.ctrl(page);
        desk.harness.run();
        all.extend(faults(&desk, &format!("page {}", at + 1)));
    }
    // Something is selected, and stays so where the arrows find nothing else.
    desk.ctrl(Key::Num3);
    desk.key(Key::ArrowDown);
    for (at, page) in pages.into_iter().enumerate() {
        desk.ctrl(page);
        desk.key(Key::ArrowDown);
        desk.harness.run();
        let page = format!("page {} with the inspector", at + 1);
        assert!(desk.sees("Duplicate"), "{page}: {:?}", desk.names());
        all.extend(faults(&desk, &page));
    }
    for (page, shapes) in [
        (Key::Num3, &["Board"] as &[&str]),
        (Key::Num4, &["Organisations", "Places", "Precedence"]),
        (Key::Num5, &["Coverage", "Time"]),
        (Key::Num6, &["Board"]),
    ] {
        desk.ctrl(page);
        for shape in shapes {
            desk.click(shape);
            desk.harness.run();
            all.extend(faults(&desk, shape));
        }
    }
    assert_eq!(all, Vec::<String>::new());
}
