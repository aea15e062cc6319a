/**
 * Commands of a shell script as words, without quotes: one for each line, and one for each command that another takes
 * the output of. Comments, redirections and words before a command of `programs` are left out.
 */
export function shellCommands(script: string, programs: readonly string[]): string[][] {
  return splitCommands(script.replace(/\\\n\s*/g, ' ')).flatMap((words) => {
    const first = words.findIndex((word) => programs.includes(word));
    const end = words.findIndex((word, index) => index > first && /^[<>|]/.test(word));
    return first < 0 ? [] : [words.slice(first, end < 0 ? undefined : end)];
  });
}

function splitCommands(script: string): string[][] {
  const commands: string[][] = [[]];
  let word: string | undefined;
  let quote = '';
  const endWord = () => {
    if (word !== undefined) commands.at(-1)?.push(word);
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    commands.push([]);
  };
  for (let at = 0; at < script.length; at += 1) {
    const character = script[at] as string;
    if (quote === '' && word === undefined && character === '#') {
      at = script.indexOf('\n', at);
      if (at < 0) break;
      endCommand();
    } else if (quote === '' && script.startsWith('$(', at)) {
      endCommand();
      at += 1;
    } else if (quote === '' && /[\n;)]/.test(character)) endCommand();
    else if (quote === '' && /\s/.test(character)) endWord();
    else if (quote === '' && /['"]/.test(character)) [quote, word] = [character, word ?? ''];
    else if (character === quote) quote = '';
    else if (quote !== "'" && character === '\\') {
      at += 1;
      word = (word ?? '') + (script[at] ?? '');
    } else word = (word ?? '') + character;
  }
  endWord();
  return commands.filter((words) => words.length > 0);
}
