/** Formulas and diagrams that may be wider than a phone: what scrolls there. */
export const enPictures = { formula: 'Formula', diagram: 'Diagram' };
