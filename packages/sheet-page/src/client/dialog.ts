/** Dialogs that wait until they are read: alerts of the add-on, refusals, notices. */

/**
 * Shows a text, one after the other, and returns once it was read. `original` is Google's message, in small letters.
 */
export async function say(message: string, original = ""): Promise<void> {
  await inTurn(() => open(message, original, [{ caption: "Đã hiểu", value: "" }]));
}

/** Asks a question. Returns whether the answer is yes; closing the dialog is a no. */
export async function agree(question: string): Promise<boolean> {
  const choices = [
    { caption: "Có", value: "yes" },
    { caption: "Không", value: "" },
  ];
  return (await inTurn(() => open(question, "", choices))) === "yes";
}

let shown: Promise<unknown> = Promise.resolve();

function inTurn<Result>(show: () => Promise<Result>): Promise<Result> {
  const next = shown.then(show);
  shown = next;
  return next;
}

type Choice = { readonly caption: string; readonly value: string };

function open(message: string, original: string, choices: readonly Choice[]): Promise<string> {
  const dialog = document.createElement("dialog");
  const text = document.createElement("p");
  text.textContent = message;
  dialog.append(text);
  if (original !== "") {
    const small = document.createElement("p");
    small.className = "original";
    small.textContent = original;
    dialog.append(small);
  }
  const buttons = document.createElement("menu");
  for (const { caption, value } of choices) {
    const button = document.createElement("button");
    button.textContent = caption;
    button.className = "control";
    button.onclick = () => dialog.close(value);
    buttons.append(button);
  }
  dialog.append(buttons);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      dialog.remove();
      resolve(dialog.returnValue);
    };
  });
}

/** Offers a file that the add-on made, as a download. */
export function offerFile(name: string, mimeType: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
