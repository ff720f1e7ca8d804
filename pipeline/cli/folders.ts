/** The folders of a checkout that commands take when they are told no others. */
export const DEFAULT_RAW = 'raw';
export const DEFAULT_OUT = 'dist';
export const DEFAULT_CACHE = '.cache';
