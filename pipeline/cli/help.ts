/** Help texts, made from the commands themselves, so that they tell the truth. */
import { COMMON_OPTIONS, type Command, type OptionTable } from './command.ts';

const PROGRAM = 'trending-papers';
const INDENT = '  ';

/** The help of the program: every command with what it does. */
export function programHelp(commands: readonly Command[]): string {
  return [
    `Usage: ${PROGRAM} COMMAND [OPTIONS]`,
    '',
    'Trending machine-learning papers as an open dataset: captured listings in raw/ become tables in dist/.',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    `${PROGRAM} COMMAND --help tells of one. Exit codes: 0 done, 1 the data failed, 2 the call was wrong.`,
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const operands = command.operands === undefined ? '' : ` ${command.operands}`;
  return [
    `Usage: ${PROGRAM} ${command.name} [OPTIONS]${operands}`,
    '',
    command.summary,
    '',
    'Options:',
    ...columns(optionRows({ ...command.options, ...COMMON_OPTIONS })),
    ...(command.notes === undefined ? [] : ['', command.notes]),
  ].join('\n');
}

function optionRows(options: OptionTable): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, help }]) => [value === undefined ? `--${name}` : `--${name} ${value}`, help]);
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `${INDENT}${left.padEnd(width)}${right}`);
}
