/** A pass's code as it is printed and read aloud: `XXXX-XXXX-XXXX`. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");
