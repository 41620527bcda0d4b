import { act, fireEvent, render, screen } from "@testing-library/react";
import { MantineProvider } from "@mantine/core";
import { jest } from "@jest/globals";
import { useState } from "react";
import { SearchField } from "./search-field.tsx";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** An address that follows `delayMs` after it was asked to, as a router's does. */
function Page({ delayMs, onAsked }: { delayMs: number; onAsked: (text: string) => void }) {
  const [address, setAddress] = useState("");
  return (
    <MantineProvider>
      <SearchField
        label="search"
        value={address}
        onSearch={(text) => {
          onAsked(text);
          setTimeout(() => setAddress(text), delayMs);
        }}
      />
      <button onClick={() => setAddress("")}>clear</button>
    </MantineProvider>
  );
}

const field = () => screen.getByRole("searchbox", { name: "search" });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

describe("a search as one types", () => {
  it("keeps every letter, however late the address follows", () => {
    render(<Page delayMs={1_000} onAsked={() => undefined} />);
    type("imam");
    pass(500);
    type("imam mal");
    pass(600);
    expect(field()).toHaveProperty("value", "imam mal");
    pass(2_000);
    expect(field()).toHaveProperty("value", "imam mal");
  });

  it("asks once one pauses, not for every letter", () => {
    const asked: string[] = [];
    render(<Page delayMs={0} onAsked={(text) => asked.push(text)} />);
    for (const text of ["i", "im", "ima"]) type(text);
    pass(300);
    expect(asked).toEqual(["ima"]);
  });

  it("is emptied where the filters were cleared", () => {
    render(<Page delayMs={0} onAsked={() => undefined} />);
    type("imam");
    pass(300);
    fireEvent.click(screen.getByRole("button", { name: "clear" }));
    expect(field()).toHaveProperty("value", "");
  });
});
