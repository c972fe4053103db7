//! One [`Stage`] for all scenarios of a browser: starting a browser takes
//! seconds, a scenario a fraction of one.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use libtest_mimic::{Failed, Trial};
use tokio::runtime::Runtime;

use crate::browser::Engine;
use crate::stage::Stage;

/// The longest a scenario may take.
const LIMIT: Duration = Duration::from_secs(90);

/// Starts the stage with the first scenario, and anew after one that failed.
#[derive(Debug)]
pub struct Shared {
    engine: Engine,
    runtime: Runtime,
    stage: Mutex<Option<Stage>>,
}

impl Shared {
    /// Starts nothing yet.
    pub fn new(engine: Engine) -> Result<Arc<Self>> {
        Ok(Arc::new(Self {
            engine,
            runtime: Runtime::new()?,
            stage: Mutex::new(None),
        }))
    }

    /// `scenario` as a test named after the browser and it.
    pub fn trial(
        self: &Arc<Self>,
        name: &str,
        scenario: impl AsyncFn(&Stage) -> Result<()> + Send + 'static,
    ) -> Trial {
        let shared = self.clone();
        let name = format!("{}_{name}", self.engine.name());
        Trial::test(name, move || {
            // `{:#}`: the whole chain of causes on one line.
            shared
                .run(scenario)
                .map_err(|error| Failed::from(format!("{error:#}")))
        })
    }

    fn run(&self, scenario: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
        // Poisoned by a scenario that panicked; what it left is not trusted.
        let mut slot = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        self.runtime.block_on(async {
            let stage = match slot.take() {
                Some(stage) => stage,
                None => Stage::start(self.engine).await?,
            };
            let result = tokio::time::timeout(LIMIT, async {
                scenario(&stage).await?;
                stage.clear().await
            });
            result.await.context("took too long")??;
            *slot = Some(stage);
            Ok(())
        })
    }

    /// Quits the browser.
    pub fn end(&self) {
        let mut slot = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stage) = slot.take() {
            self.runtime.block_on(stage.browser.quit());
        }
    }
}
