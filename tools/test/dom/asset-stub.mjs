// Stands in for style sheets, fonts, pictures and the addresses of files.
export default "stub";
