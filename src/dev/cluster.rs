//! A private PostgreSQL cluster, from the binaries of the system, on the loopback
//! address, run by an ordinary user and stopped with the process that asked for it.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// PostgreSQL refuses to run as root: one of these runs it then.
const ORDINARY_USERS: &[&str] = &["postgres", "nobody"];
/// Below the range that the system takes clients' ports from.
const PORTS: std::ops::Range<u16> = 20_000..32_000;
/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Stops the cluster when its own standard input closes, even if we are killed.
const KEEPER: &str = r#"
"$1/postgres" -D "$2/data" >"$2/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -INT "$server" 2>/dev/null
wait "$server"
[ "$3" = ephemeral ] && rm -rf "$2"
exit 0
"#;

/// A running cluster; dropping it stops it, and removes it when it is ephemeral.
#[derive(Debug)]
pub struct Cluster {
    port: u16,
    keeper: Child,
}

/// Where the cluster lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Kept from one run to the next.
    Kept(PathBuf),
    /// Made for this run, quick rather than durable: in memory when there is room, and in `TMPDIR` when it is set.
    Ephemeral,
}

impl Home {
    /// The folder of the demonstration of this user.
    #[must_use]
    pub fn of_user() -> Self {
        let root = PathBuf::from("/var/lib/gn-exsitu-dev");
        let of_home =
            || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share/gn-exsitu-dev"));
        Self::Kept(if is_root() {
            root
        } else {
            of_home().unwrap_or(root)
        })
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|m| m.uid() == 0)
}

/// User and group that run PostgreSQL when we are root.
fn ordinary_user() -> Result<Option<(u32, u32)>, String> {
    if !is_root() {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(|e| format!("/etc/passwd: {e}"))?;
    let ids = |name: &str| {
        let mut fields = users
            .lines()
            .find(|line| line.starts_with(&format!("{name}:")))?
            .split(':')
            .skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    let found = ORDINARY_USERS.iter().find_map(|name| ids(name));
    found
        .map(Some)
        .ok_or_else(|| "PostgreSQL does not run as root, and there is no user postgres or nobody".to_owned())
}

fn output(command: &mut Command) -> Option<String> {
    let Output { status, stdout, .. } = command.stdin(Stdio::null()).output().ok()?;
    status
        .success()
        .then(|| String::from_utf8_lossy(&stdout).trim().to_owned())
}

/// Where an ephemeral cluster is made: copying a database is ten times as fast in memory as on a disk.
fn scratch() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let free = output(
        Command::new("df")
            .args(["--output=avail", "--block-size=1G"])
            .arg(memory),
    );
    let free: Option<u32> = free.and_then(|text| text.lines().last()?.trim().parse().ok());
    if std::env::var_os("TMPDIR").is_none() && free.is_some_and(|gigabytes| gigabytes >= 2) {
        return memory.to_owned();
    }
    std::env::temp_dir()
}

/// The folder of `initdb` and `postgres`, PostGIS checked.
///
/// # Errors
/// What to type when they are missing.
pub fn binaries() -> Result<PathBuf, String> {
    let mut candidates: Vec<PathBuf> = std::env::var_os("EXSITU_PG_BIN")
        .map(PathBuf::from)
        .into_iter()
        .collect();
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .collect();
    versions.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    candidates.extend(versions.into_iter().map(|(_, path)| path));
    candidates.extend(output(Command::new("pg_config").arg("--bindir")).map(PathBuf::from));
    let servers: Vec<_> = candidates
        .into_iter()
        .filter(|p| p.join("initdb").is_file() && p.join("postgres").is_file())
        .collect();
    let with_postgis = |bin: &&PathBuf| {
        let share = output(Command::new(bin.join("pg_config")).arg("--sharedir"))
            .map(PathBuf::from)
            .or_else(|| {
                let version = bin.parent()?.file_name()?;
                Some(Path::new("/usr/share/postgresql").join(version))
            });
        share.is_some_and(|share| share.join("extension/postgis_raster.control").is_file())
    };
    if let Some(bin) = servers.iter().find(with_postgis) {
        return Ok(bin.clone());
    }
    let version = servers
        .iter()
        .find_map(|bin| bin.parent()?.file_name()?.to_str()?.parse::<u32>().ok());
    Err(format!(
        "PostgreSQL with PostGIS is not installed here. Type:\n    sudo apt-get install -y {}",
        version.map_or(
            "postgresql postgresql-contrib postgis postgresql-postgis".to_owned(),
            |v| format!("postgresql-{v}-postgis-3")
        )
    ))
}

impl Cluster {
    /// Makes the cluster if it is not there yet, and starts it.
    ///
    /// # Errors
    /// A sentence: binaries missing, folder not writable, PostgreSQL's own words.
    pub async fn start(home: &Home) -> Result<Self, String> {
        let bin = binaries()?;
        let user = ordinary_user()?;
        let (folder, ephemeral) = match home {
            Home::Kept(folder) => (folder.clone(), false),
            Home::Ephemeral => (
                scratch().join(format!("gn-exsitu-{}", uuid::Uuid::now_v7().simple())),
                true,
            ),
        };
        let said = |e: io::Error| format!("{}: {e}", folder.display());
        fs::create_dir_all(&folder).map_err(said)?;
        if let Some((uid, gid)) = user {
            chown(&folder, Some(uid), Some(gid)).map_err(said)?;
        }
        let as_user = |program: PathBuf| {
            let mut command = Command::new(program);
            // PostgreSQL must be able to stand where it is started.
            command.current_dir("/").env("LC_ALL", "C.UTF-8");
            if let Some((uid, gid)) = user {
                command.uid(uid).gid(gid);
            }
            command
        };
        let data = folder.join("data");
        if !data.join("PG_VERSION").is_file() {
            let made = as_user(bin.join("initdb"))
                .args([
                    "--auth=trust",
                    "--username=postgres",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-sync",
                    "-D",
                ])
                .arg(&data)
                .output()
                .map_err(said)?;
            if !made.status.success() {
                return Err(format!(
                    "initdb: {}",
                    String::from_utf8_lossy(&made.stderr).trim()
                ));
            }
        }
        if let Some(pid) = running(&data) {
            return Err(format!(
                "a cluster already runs in {} (process {pid}): stop that `gn-exsitu dev` first",
                folder.display()
            ));
        }
        let port = free_port().ok_or("no free port between 20000 and 32000")?;
        fs::write(
            data.join("postgresql.auto.conf"),
            settings(port, &folder, ephemeral),
        )
        .map_err(said)?;
        let mut keeper = as_user(PathBuf::from("/bin/sh"));
        keeper
            .args(["-c", KEEPER, "keeper"])
            .arg(&bin)
            .arg(&folder)
            .arg(if ephemeral { "ephemeral" } else { "kept" })
            // Its own group: an interrupt typed at the terminal is for the service, which then stops it.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let cluster = Self {
            port,
            keeper: keeper.spawn().map_err(|e| format!("/bin/sh: {e}"))?,
        };
        cluster.wait(&folder).await?;
        Ok(cluster)
    }

    async fn wait(&self, folder: &Path) -> Result<(), String> {
        use diesel_async::{AsyncConnection, AsyncPgConnection};
        let started = Instant::now();
        while AsyncPgConnection::establish(&self.url("postgres")).await.is_err() {
            if started.elapsed() > PATIENCE {
                let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
                let last: Vec<_> = log.lines().rev().take(5).collect();
                return Err(format!(
                    "PostgreSQL did not start: {}",
                    last.into_iter().rev().collect::<Vec<_>>().join(" / ")
                ));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Address of a database of the cluster, as its owner.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Address of a database of the cluster, as the service's own role.
    #[must_use]
    pub fn service_url(&self, database: &str) -> String {
        format!("postgres://gn_exsitu@127.0.0.1:{}/{database}", self.port)
    }

    /// Port of the cluster.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// The process that runs a cluster, if one does.
fn running(data: &Path) -> Option<u32> {
    let pid: u32 = fs::read_to_string(data.join("postmaster.pid"))
        .ok()?
        .lines()
        .next()?
        .trim()
        .parse()
        .ok()?;
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).ok()?;
    name.starts_with("postgres").then_some(pid)
}

fn free_port() -> Option<u16> {
    let first = u16::try_from(std::process::id() % 12_000).unwrap_or_default();
    PORTS
        .cycle()
        .skip(first.into())
        .take(PORTS.len())
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
}

fn settings(port: u16, folder: &Path, ephemeral: bool) -> String {
    let durability = if ephemeral {
        "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_wal_size = '256MB'\n"
    } else {
        "max_wal_size = '2GB'\n"
    };
    format!(
        "port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{}'\nmax_connections = 200\n\
         shared_buffers = '256MB'\nwork_mem = '16MB'\ntimezone = 'Europe/Paris'\n{durability}",
        folder.display()
    )
}
