export function dataDictionary(): string {
  return '';
}
