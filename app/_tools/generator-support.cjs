/** In the place of @stdlib/assert-has-generator-support: every browser that can run this site has generators. */
module.exports = () => true;
