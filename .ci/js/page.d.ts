// What the content scripts meet that TypeScript's own library does not know.

declare var chrome: any;
declare var browser: any;

declare const scheduler: {
  postTask(task: () => void, how?: { delay?: number; priority?: string }): Promise<void>;
};

interface Document {
  activeViewTransition: { skipTransition(): void } | null;
}

interface IntersectionObserverInit {
  trackVisibility?: boolean;
  delay?: number;
}

interface Navigator {
  keyboard?: { unlock?(): void };
}

/** What the background answers (`src/message.rs`). */
type Warning = any;

/** Made by the build from the catalogue (`build/hints.rs`). */
declare const ringfenceHints: { names: RegExp; files: RegExp; hosts: string; unread: string };

/** Made by the build from `styles/warning.css`. */
declare const ringfenceStyle: string;
