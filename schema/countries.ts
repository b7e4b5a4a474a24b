/** Stands for a country that nobody could tell: the code that Unicode keeps for it. */
export const UNKNOWN_COUNTRY = 'ZZ';
