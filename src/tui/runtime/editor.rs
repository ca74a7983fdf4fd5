//! The person's own editor for a long text.

use std::io::Write;
use std::process::Command;

/// Gives a text to the editor that `VISUAL`, `EDITOR` or the config file names, and returns what it became; `Err` says
/// why there is nothing, in words. The text lies in a file of its owner only, and no shell reads the command.
pub fn edit(text: &str, preferred: Option<&str>) -> Result<String, String> {
    let set = |name| std::env::var(name).ok().filter(|said| !said.trim().is_empty());
    let said = set("VISUAL").or_else(|| set("EDITOR")).or_else(|| preferred.map(str::to_owned));
    let said = said.unwrap_or_else(|| "vi".to_owned());
    let words = shlex::split(&said).filter(|words| !words.is_empty());
    let words =
        words.ok_or_else(|| format!("`{said}` cannot be read as a command; VISUAL or EDITOR name the editor"))?;
    let failed = |error| format!("the text could not be handed to the editor: {error}");
    let mut file = tempfile::Builder::new().prefix("sixtwo-").suffix(".txt").tempfile().map_err(failed)?;
    writeln!(file, "{text}").map_err(failed)?;
    let ended = Command::new(&words[0]).args(&words[1..]).arg(file.path()).status();
    let ended = ended.map_err(|error| {
        format!("`{}` could not be started: {error}; VISUAL, EDITOR or `editor` in the config file name one", words[0])
    })?;
    if !ended.success() {
        return Err(format!("`{}` did not end well; the text is as it was", words[0]));
    }
    // Some editors put another file in its place, so it is read by its name.
    let edited =
        std::fs::read_to_string(file.path()).map_err(|error| format!("the text did not come back: {error}"))?;
    if edited.trim_end() == text.trim_end() {
        return Err(format!("`{}` left the text as it was; a graphical editor needs its --wait", words[0]));
    }
    Ok(edited)
}
