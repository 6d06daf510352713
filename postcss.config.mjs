/** Names of widths (`@media (--wide)`) in every style sheet; all else is plain CSS. */
export default {
  plugins: {
    "@csstools/postcss-global-data": { files: ["./simulations/ui/design/breakpoints.css"] },
    "postcss-custom-media": {},
  },
};
