/** A command and its subcommands, as completion needs them. */
export interface CommandTree {
  name: string;
  children: CommandTree[];
}

/** A completion script for a shell; null for a shell that is not known. */
export const completionScript = (shell: string, tree: CommandTree[]): string | null => {
  const top = tree.map((one) => one.name).join(' ');
  const nested = tree.filter((one) => one.children.length > 0);
  const words = (one: CommandTree) => one.children.map((child) => child.name).join(' ');
  if (shell === 'bash')
    return `_untoil() {
  local words="${top}"
  if [ "$COMP_CWORD" -gt 1 ]; then
    case "\${COMP_WORDS[1]}" in
${nested.map((one) => `      ${one.name}) words="${words(one)}" ;;`).join('\n')}
      *) words="" ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _untoil untoil`;
  if (shell === 'zsh')
    return `#compdef untoil
_untoil() {
  if (( CURRENT == 2 )); then
    compadd ${top}
  elif (( CURRENT == 3 )); then
    case "$words[2]" in
${nested.map((one) => `      ${one.name}) compadd ${words(one)} ;;`).join('\n')}
    esac
  fi
}
compdef _untoil untoil`;
  if (shell === 'fish')
    return [
      `complete -c untoil -n __fish_use_subcommand -f -a "${top}"`,
      ...nested.map(
        (one) => `complete -c untoil -n "__fish_seen_subcommand_from ${one.name}" -f -a "${words(one)}"`,
      ),
    ].join('\n');
  return null;
};
