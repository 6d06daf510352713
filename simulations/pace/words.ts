export const question = () => "";
