/** The themes by name. Apart from their colours (tokens.ts), because every page needs the names and only charts the colours. */
export const themes = ["light", "dark", "projector", "projector-dark"] as const;
export type Theme = (typeof themes)[number];
/** Shown to a room: larger and heavier, whichever colours. */
export const isPresented = (theme: Theme): boolean => theme.startsWith("projector");
export const isDark = (theme: Theme): boolean => theme === "dark" || theme === "projector-dark";
