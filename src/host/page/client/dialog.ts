/** Words that wait until they are read: alerts of the add-on, refusals, notices. */

/** Shows a text, one after the other, and returns once it was read; `original` is what Google says, in small letters. */
export function say(message: string, original = ""): Promise<void> {
  const next = shown.then(() => open(message, original));
  shown = next;
  return next;
}

let shown: Promise<void> = Promise.resolve();

function open(message: string, original: string): Promise<void> {
  const dialog = document.createElement("dialog");
  const text = document.createElement("p");
  text.textContent = message;
  const close = document.createElement("button");
  close.textContent = "Đã hiểu";
  close.className = "control";
  close.onclick = () => dialog.close();
  const buttons = document.createElement("menu");
  buttons.append(close);
  dialog.append(text);
  if (original !== "") {
    const small = document.createElement("p");
    small.className = "original";
    small.textContent = original;
    dialog.append(small);
  }
  dialog.append(buttons);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      dialog.remove();
      resolve();
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
