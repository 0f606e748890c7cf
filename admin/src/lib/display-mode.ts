/** Light or dark: what the person chose, else what the device says. */
import { useSyncExternalStore } from "react";

/** How the panel is shown. */
export type DisplayMode = "light" | "dark";

const KEY = "yigou.display";
const listeners = new Set<() => void>();
const device = matchMedia("(prefers-color-scheme: dark)");

/** The mode in force. */
export function getDisplayMode(): DisplayMode {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "light" || chosen === "dark") return chosen;
  return device.matches ? "dark" : "light";
}

/** Chooses a mode and keeps it on this device. */
export function setDisplayMode(mode: DisplayMode): void {
  localStorage.setItem(KEY, mode);
  for (const tell of listeners) tell();
}

/** The mode in force as React state. */
export function useDisplayMode(): DisplayMode {
  return useSyncExternalStore(subscribe, getDisplayMode);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  device.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    device.removeEventListener("change", listener);
  };
}
