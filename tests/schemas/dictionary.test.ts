import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../schemas/columns.ts';
import { dataDictionary } from '../../schemas/dictionary.ts';
import { TABLES } from '../../schemas/tables.ts';

describe('the data dictionary', () => {
  const sections = dataDictionary().split('\n## ');

  it.each(TABLES.map((table) => [table.name, table] as const))('tells every field of %s, with its meaning', (name, table) => {
    const section = sections.find((text) => text.startsWith(`${name}\n`)) ?? '';
    expect(section).toContain(table.description);
    for (const column of columnsOf(table.row)) {
      expect(section).toContain(`| \`${column.name}\` |`);
      expect(column.description).not.toBe('');
    }
  });

  it('has rows of as many cells as its headers', () => {
    for (const line of dataDictionary().split('\n').filter((text) => text.startsWith('|'))) {
      expect([6, 7]).toContain(line.split(/(?<!\\)\|/).length);
    }
  });
});
