//! Settings: flags and environment, validated when the service starts.

use std::net::SocketAddr;
use std::sync::Arc;

use chrono_tz::Tz;
use clap::Args;
use secrecy::{ExposeSecret, SecretString};

use crate::ui::UiSettings;

/// Code of the module in the host, the one its permissions are granted on.
pub const MODULE_CODE: &str = "EXSITU";

/// What the host asks of its own `SECRET_KEY`.
pub const SECRET_KEY_MIN_LENGTH: usize = 20;

/// Where the database is.
#[derive(Args, Clone, Debug)]
pub struct DatabaseSettings {
    /// PostgreSQL address: postgres://user:password@host:port/database
    #[arg(long, env = "EXSITU_DATABASE_URL", hide_env_values = true)]
    pub database_url: SecretString,
}

/// How the service runs.
#[derive(Args, Clone, Debug)]
pub struct ServiceSettings {
    /// Address to listen on; port 0 lets the system choose
    #[arg(long, env = "EXSITU_LISTEN", default_value = "127.0.0.1:8077")]
    pub listen: SocketAddr,
    /// GeoNature's SECRET_KEY, which signs the tokens (20 characters at least); whoever holds it can be anyone
    #[arg(long, env = "EXSITU_SECRET_KEY", hide_env_values = true)]
    pub secret_key: SecretString,
    /// Path the service is mounted on, such as /exsitu; right whether or not the proxy strips it
    #[arg(long, env = "EXSITU_MOUNT_PREFIX", default_value = "")]
    pub mount_prefix: String,
    /// Origins a browser may call from, comma separated; none by default
    #[arg(long, env = "EXSITU_ALLOWED_ORIGINS", value_delimiter = ',')]
    pub allowed_origins: Vec<String>,
    /// Time zone of the business days
    #[arg(long, env = "EXSITU_TIMEZONE", default_value = "Europe/Paris")]
    pub timezone: Tz,
    /// Serve auth/login (embedded mode); leave off beside a GeoNature
    #[arg(long, env = "EXSITU_LOCAL_LOGIN")]
    pub local_login: bool,
    /// Let auth/login accept the host's old md5 passwords
    #[arg(long, env = "EXSITU_ALLOW_MD5_PASSWORDS")]
    pub allow_md5_passwords: bool,
    /// Life of the tokens that auth/login gives, in seconds
    #[arg(long, env = "EXSITU_TOKEN_LIFETIME", default_value_t = 604_800, value_parser = clap::value_parser!(u32).range(60..))]
    pub token_lifetime: u32,
    /// Worker threads; as many as there are cores by default
    #[arg(long, env = "EXSITU_WORKERS", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,
    /// Connections to PostgreSQL for each worker
    #[arg(long, env = "EXSITU_POOL_SIZE", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub pool_size: u16,
    /// Seconds that a request waits for a connection before it is told to come back
    #[arg(long, env = "EXSITU_POOL_WAIT", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=300))]
    pub pool_wait: u16,
    /// Seconds during which the rights of a role are remembered; 0 reads them at every request
    #[arg(long, env = "EXSITU_RIGHTS_CACHE", default_value_t = 5, value_parser = clap::value_parser!(u16).range(0..=300))]
    pub rights_cache: u16,
    /// What the screens are and start with.
    #[command(flatten)]
    pub ui: UiSettings,
}

/// The settings of a running service, validated.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database is.
    pub database_url: SecretString,
    /// How the service runs; `mount_prefix` is empty or starts with a slash and does not end with one.
    pub service: ServiceSettings,
}

impl Config {
    /// Checks the settings as a whole.
    ///
    /// # Errors
    /// A sentence that says which setting is wrong and what it takes.
    pub fn new(database: DatabaseSettings, mut service: ServiceSettings) -> Result<Arc<Self>, String> {
        if service.secret_key.expose_secret().chars().count() < SECRET_KEY_MIN_LENGTH {
            return Err(format!(
                "--secret-key takes at least {SECRET_KEY_MIN_LENGTH} characters, GeoNature's SECRET_KEY"
            ));
        }
        let url = database.database_url.expose_secret();
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err("--database-url takes an address that starts with postgres://".to_owned());
        }
        let prefix = service.mount_prefix.trim_matches('/');
        if prefix.contains(|c: char| !c.is_ascii_alphanumeric() && !"-_./".contains(c)) {
            return Err(
                "--mount-prefix takes a path made of letters, digits, '-', '_', '.' and '/'".to_owned(),
            );
        }
        service.mount_prefix = if prefix.is_empty() {
            String::new()
        } else {
            format!("/{prefix}")
        };
        for origin in &service.allowed_origins {
            if !origin.starts_with("http://") && !origin.starts_with("https://") {
                return Err(format!(
                    "--allowed-origins takes origins such as https://geonature.example.org, not '{origin}'"
                ));
            }
        }
        Ok(Arc::new(Self {
            database_url: database.database_url,
            service,
        }))
    }

    /// The settings of the embedded mode: local login, the demonstration's key, the loopback address.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn embedded(
        database_url: &str,
        port: u16,
        mount_prefix: &str,
        ui: UiSettings,
    ) -> Result<Arc<Self>, String> {
        let service = ServiceSettings {
            listen: SocketAddr::from(([127, 0, 0, 1], port)),
            secret_key: crate::dev::SECRET_KEY.into(),
            mount_prefix: mount_prefix.to_owned(),
            allowed_origins: Vec::new(),
            timezone: Tz::Europe__Paris,
            local_login: true,
            allow_md5_passwords: false,
            token_lifetime: 604_800,
            workers: None,
            pool_size: 4,
            pool_wait: 5,
            rights_cache: 5,
            ui,
        };
        Self::new(
            DatabaseSettings {
                database_url: database_url.into(),
            },
            service,
        )
    }

    /// The current business day.
    #[must_use]
    pub fn today(&self) -> chrono::NaiveDate {
        chrono::Utc::now()
            .with_timezone(&self.service.timezone)
            .date_naive()
    }

    /// A path of the service as a client sees it.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.service.mount_prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        database: DatabaseSettings,
        #[command(flatten)]
        service: ServiceSettings,
    }

    fn config(more: &[&str]) -> Result<Arc<Config>, String> {
        let base = [
            "x",
            "--database-url",
            "postgres://localhost/x",
            "--secret-key",
            "0123456789012345678901234",
        ];
        let cli = Cli::try_parse_from(base.iter().chain(more)).map_err(|e| e.to_string())?;
        Config::new(cli.database, cli.service)
    }

    #[test]
    fn mount_prefix_is_normalised() {
        assert_eq!(
            config(&["--mount-prefix", "exsitu/"]).unwrap().link("/v1/me"),
            "/exsitu/v1/me"
        );
        assert_eq!(config(&["--mount-prefix", "/"]).unwrap().link("/v1/me"), "/v1/me");
        assert!(config(&["--mount-prefix", "/a b"]).is_err());
    }

    #[test]
    fn short_secret_is_refused_without_being_shown() {
        let error = Cli::try_parse_from([
            "x",
            "--database-url",
            "postgres://localhost/x",
            "--secret-key",
            "short",
        ])
        .map(|cli| Config::new(cli.database, cli.service).unwrap_err())
        .unwrap_or_default();
        assert!(error.contains("20 characters") && !error.contains("short"));
    }

    #[test]
    fn unknown_time_zone_is_refused() {
        assert!(config(&["--timezone", "Europe/Gap"]).is_err());
    }
}
