/** A command with its subcommands and options, as completion needs them. */
export interface CommandTree {
  name: string;
  children: CommandTree[];
  options: string[];
}

/** Every command that can be typed: its words, and what may follow them. */
const places = (tree: CommandTree[]): { words: string[]; next: string }[] =>
  tree.flatMap((one) => [
    { words: [one.name], next: [...one.children.map((child) => child.name), ...one.options].join(' ') },
    ...one.children.map((child) => ({ words: [one.name, child.name], next: child.options.join(' ') })),
  ]);

/** A completion script for a shell; null for a shell that is not known. */
export const completionScript = (shell: string, tree: CommandTree[]): string | null => {
  const top = tree.map((one) => one.name).join(' ');
  // the longer words first: what stands after a subcommand is not the command's
  const deepFirst = places(tree).sort((a, b) => b.words.length - a.words.length);
  if (shell === 'bash')
    return `_untoil() {
  local words="${top}" current="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -gt 1 ]; then
    case "\${COMP_WORDS[*]:1:COMP_CWORD-1} " in
${deepFirst.map(({ words, next }) => `      "${words.join(' ')} "*) words="${next}" ;;`).join('\n')}
      *) words="" ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _untoil untoil`;
  if (shell === 'zsh')
    return `#compdef untoil
_untoil() {
  if (( CURRENT == 2 )); then
    compadd ${top}
    return
  fi
  case "\${words[2,CURRENT-1]} " in
${deepFirst.map(({ words, next }) => `    "${words.join(' ')} "*) compadd -- ${next} ;;`).join('\n')}
  esac
  [[ "$PREFIX" == -* ]] || _files
}
compdef _untoil untoil`;
  if (shell === 'fish')
    return [
      `complete -c untoil -n __fish_use_subcommand -f -a "${top}"`,
      ...tree.flatMap((one) => [
        ...(one.children.length === 0
          ? []
          : [
              `complete -c untoil -n "__fish_seen_subcommand_from ${one.name}" -f -a "${one.children.map((child) => child.name).join(' ')}"`,
            ]),
        ...[one, ...one.children].flatMap((command) =>
          command.options.map(
            (option) =>
              `complete -c untoil -n "__fish_seen_subcommand_from ${command.name}" -l ${option.replace(/^--/, '')}`,
          ),
        ),
      ]),
    ].join('\n');
  return null;
};
