/** The colours of the tabs, by who works in them. */

export const COORDINATOR_COLOUR = "#1a5fb4";
export const COMPUTED_COLOUR = "#26a269";
export const UNIT_COLOUR = "#e5a50a";
