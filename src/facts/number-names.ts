/** Numbers up to twelve as people write them out, by value, in English, German, French and Spanish; folded. */
export const NUMBER_NAMES: readonly (readonly [number, string])[] = [
  [1, 'a an one ein eine einen une una'],
  [2, 'two zwei deux dos'],
  [3, 'three drei trois tres'],
  [4, 'four vier quatre cuatro'],
  [5, 'five funf cinq cinco'],
  [6, 'six sechs seis'],
  [7, 'seven sieben sept siete'],
  [8, 'eight acht huit ocho'],
  [9, 'nine neun neuf nueve'],
  [10, 'ten zehn dix diez'],
  [11, 'eleven elf onze once'],
  [12, 'twelve zwolf douze doce'],
];
