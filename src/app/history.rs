//! Undo and redo: a stack of whole documents, which are cheap to keep because
//! their tables are shared.

/// The states before and after the present one.
#[derive(Clone, Debug, PartialEq)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
    /// The gesture that the last entry belongs to: while it lasts, further
    /// changes make no entries of their own (one drag is one step).
    gesture: Option<String>,
}

/// The most steps kept.
const STEPS: usize = 200;

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), gesture: None }
    }
}

impl<T> History<T> {
    /// Remembers the state before a change. Changes with the same gesture, one
    /// after the other, are one step.
    pub fn record(&mut self, before: T, gesture: Option<String>) {
        self.future.clear();
        if gesture.is_some() && gesture == self.gesture {
            return;
        }
        self.gesture = gesture;
        self.past.push(before);
        if self.past.len() > STEPS {
            self.past.remove(0);
        }
    }

    /// Ends the gesture, for example when a slider is let go.
    pub fn settle(&mut self) {
        self.gesture = None;
    }

    /// The state one step back, taking the present one for redo.
    pub fn undo(&mut self, present: &mut T) -> bool {
        self.gesture = None;
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(present, before));
        true
    }

    /// The state that was undone last.
    pub fn redo(&mut self, present: &mut T) -> bool {
        self.gesture = None;
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(present, after));
        true
    }

    /// Whether there is a step to undo, and one to redo.
    pub fn steps(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    #[test]
    fn a_drag_is_one_step_and_redo_ends_with_a_new_change() {
        let (mut history, mut present) = (History::default(), 0);
        for next in 1..4 {
            history.record(present, Some("slider".into()));
            present = next;
        }
        history.settle();
        history.record(present, Some("slider".into()));
        present = 9;
        assert!(history.undo(&mut present) && present == 3);
        assert!(history.undo(&mut present) && present == 0);
        assert!(!history.undo(&mut present));
        assert!(history.redo(&mut present) && present == 3);
        history.record(present, None);
        assert!(!history.redo(&mut present));
    }
}
