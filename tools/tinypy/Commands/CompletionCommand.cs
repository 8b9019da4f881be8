// `tinypy completion`: scripts for shells. Each asks the tool itself what could come next, so that it never has to change with the tool. Invariant: the line
// is handed over without its first word, up to the cursor.
namespace TinyPy.Tool.Commands;

/// <summary>The command completion.</summary>
internal static class CompletionCommand
{
    public static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private const string Bash = """
        # For ~/.bashrc: source <(tinypy completion bash)
        _tinypy() {
            local line="${COMP_LINE:0:COMP_POINT}"
            line="${line#* }"
            COMPREPLY=($(compgen -W "$(tinypy "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _tinypy tinypy

        """;

    private const string Zsh = """
        # For ~/.zshrc, after compinit: source <(tinypy completion zsh)
        _tinypy() {
            local line="${(j: :)words[2,CURRENT]}"
            local -a found
            found=(${(f)"$(tinypy "[suggest:${#line}]" "$line" 2>/dev/null)"})
            if (( ${#found} )); then compadd -a found; fi
            _files
        }
        compdef _tinypy tinypy

        """;

    private const string Fish = """
        # For ~/.config/fish/config.fish: tinypy completion fish | source
        function __tinypy_suggest
            set -l line (string replace -r '^\s*\S+\s' '' -- (commandline -cp))
            tinypy "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c tinypy -a '(__tinypy_suggest)'

        """;

    private const string Pwsh = """
        # For $PROFILE: tinypy completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName tinypy -ScriptBlock {
            param($word, $ast, $cursor)
            $line = $ast.ToString().PadRight($cursor).Substring(0, $cursor) -replace '^\s*\S+\s', ''
            tinypy "[suggest:$($line.Length)]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    public static int Execute(string shell, bool json, CliHost host)
    {
        string script = shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => Pwsh,
            _ => throw new CliException(ExitCodes.Usage, $"There is no completion for '{shell}': choose one of {string.Join(", ", Shells)}."),
        };
        script = script.ReplaceLineEndings("\n");
        if (json)
        {
            return JsonReport.Write(host, "completion", ExitCodes.Ok, writer =>
            {
                writer.WriteString("shell", shell);
                writer.WriteString("script", script);
            });
        }

        host.Out.Write(script);
        return ExitCodes.Ok;
    }
}
