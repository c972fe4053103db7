//! The TOML formats of the catalogue. `src/catalogue/mod.rs` explains each
//! member to whoever adds an entry.

use serde::Deserialize;

/// `brands/<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    pub name: String,
    pub names: Vec<String>,
    pub namesakes: Vec<String>,
    pub domains: Vec<String>,
    pub hosting: Vec<String>,
    pub kind: Option<BankKind>,
    #[serde(default)]
    pub on_159: bool,
    pub host: HostRules,
    #[serde(default)]
    pub membership: Membership,
    pub look: Look,
    pub should: BrandExamples,
    pub should_not: BrandExamples,
}

/// `[host]` of a brand: how other hosts resemble it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HostRules {
    pub tokens: Vec<String>,
    pub combos: Vec<String>,
    pub honest: Vec<String>,
}

/// `[membership]` of a brand, if callers tell of one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    pub word: String,
    pub phrases: Vec<String>,
}

/// `[look]` of a brand: what its pages look like to a program.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    pub logos: Vec<String>,
    pub not_logos: Vec<String>,
    pub asset_hosts: Vec<String>,
    pub idents: Vec<String>,
    pub own_pages: Vec<String>,
    pub copyright: Vec<String>,
    pub wording: Vec<String>,
}

/// `[should]` and `[should_not]` of a brand.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BrandExamples {
    pub own: Vec<String>,
    pub hosting: Vec<String>,
    pub resemble: Vec<String>,
    pub named: Vec<String>,
    pub logo: Vec<String>,
    pub copyright: Vec<String>,
    pub wording: Vec<String>,
    pub membership: Vec<String>,
}

/// `hosting/<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hosting {
    pub domains: Vec<String>,
    pub should: Vec<String>,
    pub should_not: Vec<String>,
}

/// `remote_tools/<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoteTool {
    pub name: String,
    pub vendor: Vec<String>,
    pub download: Vec<String>,
    pub session: Vec<String>,
    pub installers: Vec<String>,
    pub schemes: Vec<String>,
    pub words: Vec<String>,
    pub installed_as: Vec<String>,
    pub end_button: Option<String>,
    pub should: ToolExamples,
    pub should_not: Vec<String>,
}

/// `[should]` of a remote tool.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ToolExamples {
    pub vendor: Vec<String>,
    pub download: Vec<String>,
    pub session: Vec<String>,
    pub installer: Vec<String>,
    pub scheme: Vec<String>,
    pub words: Vec<String>,
}

/// `banks/<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    pub name: String,
    pub kind: BankKind,
    pub domains: Vec<String>,
    #[serde(default)]
    pub on_159: bool,
    pub should: Vec<String>,
    pub should_not: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BankKind {
    Bank,
    Shop,
    MoneyTransfer,
    Crypto,
}

/// `phrases/<lang>/<topic>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    pub phrases: Vec<String>,
    pub should: Vec<String>,
    pub should_not: Vec<String>,
}
