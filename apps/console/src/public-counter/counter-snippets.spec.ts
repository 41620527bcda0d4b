import { counterSnippets } from "./counter-snippets.ts";

it("names the edition, the language and the colours in what is put on other pages", () => {
  const snippets = counterSnippets("https://doors.example", "open-days", { language: "fr", theme: "dark" });
  expect(snippets.script).toBe(
    '<script src="https://doors.example/public/widget.js" data-edition="open-days" data-lang="fr" data-theme="dark" async></script>',
  );
  expect(snippets.frame).toContain('src="https://doors.example/public/open-days/widget?lang=fr&amp;theme=dark"');
  expect(snippets.data).toBe("https://doors.example/public/open-days");
});
