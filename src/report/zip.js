// PizZip under types of our own (zip.d.ts): its own would bring Node's types into code that runs without Node.
export { default } from "pizzip";
