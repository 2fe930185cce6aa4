//! How the lists are left, remembered between two starts and from one mission to the next.

use egui::Context;

use super::App;
use crate::{
    storage::lists::{ColumnSettings, FilterSettings, ListSettings},
    view::{
        self,
        list::memory::{FilterMemory, ListMemory},
    },
    widget::table::ColumnMemory,
};

impl App {
    /// Puts new views in the place of the old ones, with their lists as they were left.
    pub(super) fn renew_views(&mut self) {
        self.views = view::all();
        for list in self.views.iter_mut().flat_map(|(_, view)| view.lists()) {
            if let Some(left) = self.settings.lists.get(list.name()) {
                list.recall(&memory_of(left));
            }
        }
    }

    /// Notes how the lists of the page are, and writes it down once nothing is dragged any more.
    pub(super) fn remember_lists(&mut self, ctx: &Context) {
        let page = self.page;
        let Some((_, view)) = self.views.iter_mut().find(|(it, _)| *it == page) else {
            return;
        };
        let mut has_changed = false;
        for list in view.lists() {
            let now = settings_of(list.memory());
            if self.settings.lists.get(list.name()) != Some(&now) {
                self.settings.lists.insert(list.name().to_owned(), now);
                has_changed = true;
            }
        }
        self.lists_unwritten |= has_changed;
        if self.lists_unwritten && !ctx.input(|it| it.pointer.any_down()) {
            self.lists_unwritten = false;
            self.store_settings();
        }
    }
}

fn memory_of(left: &ListSettings) -> ListMemory {
    let column = |it: &ColumnSettings| ColumnMemory {
        key: it.key.clone(),
        is_shown: it.is_shown,
        width: it.width,
    };
    let filters = |it: &FilterSettings| FilterMemory {
        name: it.name.clone(),
        typed: it.typed.clone(),
        filters: it.filters.clone(),
    };
    ListMemory {
        is_board: left.is_board,
        group: left.group.clone(),
        sort: left.sort.clone(),
        columns: left.columns.iter().map(column).collect(),
        filters: left.filters.iter().map(filters).collect(),
    }
}

fn settings_of(memory: ListMemory) -> ListSettings {
    let column = |it: ColumnMemory| ColumnSettings {
        key: it.key,
        is_shown: it.is_shown,
        width: it.width,
    };
    let filters = |it: FilterMemory| FilterSettings {
        name: it.name,
        typed: it.typed,
        filters: it.filters,
    };
    ListSettings {
        is_board: memory.is_board,
        group: memory.group,
        sort: memory.sort,
        columns: memory.columns.into_iter().map(column).collect(),
        filters: memory.filters.into_iter().map(filters).collect(),
    }
}
