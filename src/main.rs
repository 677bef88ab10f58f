//! The commands of the binary.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};
use gn_exsitu::app::Shared;
use gn_exsitu::config::{Config, DatabaseSettings, ServiceSettings};
use gn_exsitu::db::migrate::{self, Direction};
use gn_exsitu::dev::cluster::Home;
use gn_exsitu::dev::database::USUAL_LOTS;
use gn_exsitu::dev::{self, Cluster, database};
use gn_exsitu::server;
use gn_exsitu::ui::UiSettings;
use gn_exsitu::ui::settings::built_here;
use mimalloc::MiMalloc;
use secrecy::ExposeSecret;
use tracing_subscriber::EnvFilter;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Ex-situ conservation of wild flora, a module of GeoNature
#[derive(Parser)]
#[command(version, about, propagate_version = true)]
struct Cli {
    /// What is logged: error, warn, info, debug, or a filter by target
    #[arg(long, env = "EXSITU_LOG", default_value = "info", global = true)]
    log: String,
    /// Write the log as JSON lines
    #[arg(long, env = "EXSITU_LOG_JSON", global = true)]
    log_json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and the screens
    Serve(Serve),
    /// Apply, revert or show the migrations of the schema pr_exsitu
    Migrate(Migrate),
    /// Serve a demonstration from a private PostgreSQL cluster
    Dev(Dev),
    /// Print the OpenAPI document
    Openapi,
}

#[derive(Args)]
struct Dev {
    /// Port of the service on the loopback address; 0 lets the system choose
    #[arg(long, env = "EXSITU_PORT", default_value_t = 8077)]
    port: u16,
    /// Throw the cluster away when it stops
    #[arg(long)]
    ephemeral: bool,
    /// Seed lots of the demonstration, when it is made
    #[arg(long, value_name = "LOTS", default_value_t = USUAL_LOTS, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    size: u32,
    /// Folder of the cluster, when it is kept
    #[arg(long, conflicts_with = "ephemeral")]
    data_dir: Option<PathBuf>,
    /// Path the service is mounted on, such as /exsitu
    #[arg(long, default_value = "")]
    mount_prefix: String,
    #[command(flatten)]
    ui: UiSettings,
}

#[derive(Args)]
struct Serve {
    #[command(flatten)]
    database: DatabaseSettings,
    #[command(flatten)]
    service: ServiceSettings,
}

#[derive(Args)]
struct Migrate {
    #[command(flatten)]
    database: DatabaseSettings,
    #[command(subcommand)]
    direction: MigrateCommand,
}

#[derive(Subcommand)]
enum MigrateCommand {
    /// Apply every pending step
    Up,
    /// Revert the last steps
    Down {
        /// How many
        #[arg(long, default_value_t = 1, conflicts_with = "all")]
        steps: usize,
        /// All of them: the data of the module are lost
        #[arg(long)]
        all: bool,
    },
    /// Show what is applied and what is pending
    Status,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = EnvFilter::try_new(&cli.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if cli.log_json {
        log.json().init()
    } else {
        log.init()
    }
    let done = actix_web::rt::System::new().block_on(run(cli.command));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("gn-exsitu: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), String> {
    match command {
        Command::Serve(settings) => serve(settings).await,
        Command::Migrate(settings) => migrate(settings).await,
        Command::Dev(settings) => dev(settings).await,
        Command::Openapi => openapi(),
    }
}

async fn serve(settings: Serve) -> Result<(), String> {
    let config = Config::new(settings.database, settings.service)?;
    let (server, address) = server::start(Shared::new(config))?;
    tracing::info!(%address, "listening");
    server.await.map_err(|e| e.to_string())
}

async fn dev(settings: Dev) -> Result<(), String> {
    let home = match (settings.ephemeral, settings.data_dir) {
        (true, _) => Home::Ephemeral,
        (false, Some(folder)) => Home::Kept(folder),
        (false, None) => Home::of_user(),
    };
    let cluster = Cluster::start(&home).await?;
    database::make(&cluster, "exsitu", settings.size).await?;
    let ui = UiSettings {
        ui_dir: settings.ui.ui_dir.or_else(built_here),
        ..settings.ui
    };
    let unbuilt = if ui.ui_dir.is_some() { "" } else { " (not built)" };
    let config = Config::embedded(
        &cluster.service_url("exsitu"),
        settings.port,
        &settings.mount_prefix,
        ui,
    )?;
    let (server, address) = server::start(Shared::new(Arc::clone(&config)))?;
    let base = format!("http://{address}{}", config.service.mount_prefix);
    let accounts = dev::ACCOUNTS
        .iter()
        .map(|(login, what)| format!("  {login:<12} {what}\n"))
        .collect::<String>();
    say(&format!(
        "\ngn-exsitu {} is ready.\n\n  Screens      {base}/ui/{unbuilt}\n  API          {base}/v1\n  Swagger UI   {base}/docs/\n  PostgreSQL   {}\n\n\
         Accounts, password '{}':\n{accounts}\nCtrl-C stops it.",
        env!("CARGO_PKG_VERSION"),
        cluster.url("exsitu"),
        dev::PASSWORD,
    ));
    server.await.map_err(|e| e.to_string())
}

async fn migrate(settings: Migrate) -> Result<(), String> {
    let direction = match settings.direction {
        MigrateCommand::Up => Direction::Up,
        MigrateCommand::Down { all: true, .. } => Direction::Down(None),
        MigrateCommand::Down { steps, .. } => Direction::Down(Some(steps)),
        MigrateCommand::Status => Direction::Status,
    };
    for step in migrate::run(settings.database.database_url.expose_secret(), direction).await? {
        say(&format!(
            "{} {}",
            if step.applied { "applied" } else { "pending" },
            step.name
        ));
    }
    Ok(())
}

fn openapi() -> Result<(), String> {
    say(&server::document().to_pretty_json().map_err(|e| e.to_string())?);
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
fn say(text: &str) {
    println!("{text}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_holds_together() {
        Cli::command().debug_assert();
    }
}
