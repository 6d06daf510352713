/** Models of core/models in Python: exact optima, so that numpy and TensorFlow.js find the same coefficients. */
import { python } from "../ui/jupyter/python";

/** core/models/linear.ts */
export const linearInWords =
  "A linear regression with a small penalty on the slopes (ridge). The weighted least-squares problem has a closed form: $(X^T W X + \\lambda I)\\,\\beta = X^T W y$. The constant is not penalised.";

export const linearCode = python`
RIDGE = 1.0  # in examples of weight 1


def with_constant(inputs):
    return np.column_stack([np.ones(len(inputs)), inputs])


def fit_linear(inputs, targets, weights, ridge=RIDGE):
    """Coefficients of the weighted ridge regression, the constant first."""
    X = with_constant(inputs)
    penalty = ridge * np.eye(X.shape[1])
    penalty[0, 0] = 1e-6
    return np.linalg.solve(X.T @ (weights[:, None] * X) + penalty, X.T @ (weights * targets))`;

/** core/models/logistic.ts */
export const logisticInWords =
  "A logistic regression with a small penalty on the slopes, fitted by Newton's method (also called iteratively reweighted least squares): each step solves a weighted least-squares problem, until the coefficients stand still. The loss has one minimum, so every correct method finds the same model.";

export const logisticCode = python`
RIDGE = 1.0  # in examples of weight 1


def with_constant(inputs):
    return np.column_stack([np.ones(len(inputs)), inputs])


def logistic_loss(beta, X, labels, weights, penalty):
    odds = X @ beta
    # log(1 + exp(odds)) - labels * odds, without overflow
    losses = np.logaddexp(0, odds) - labels * odds
    return weights @ losses + 0.5 * penalty @ beta**2


def fit_logistic(inputs, labels, weights, start=None, ridge=RIDGE):
    """Coefficients of the weighted, penalised logistic regression, the constant first."""
    X = with_constant(inputs)
    penalty = np.full(X.shape[1], ridge)
    penalty[0] = 0
    beta = np.zeros(X.shape[1]) if start is None else start
    loss = logistic_loss(beta, X, labels, weights, penalty)
    for _ in range(100):
        p = 0.5 * (1 + np.tanh(0.5 * (X @ beta)))
        gradient = X.T @ (weights * (p - labels)) + penalty * beta
        curvature = X.T @ ((weights * p * (1 - p))[:, None] * X) + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curvature, gradient)
        # A step that goes too far is halved.
        for _ in range(30):
            new_loss = logistic_loss(beta - step, X, labels, weights, penalty)
            if new_loss <= loss + 1e-9 * abs(loss):
                break
            step = step / 2
        beta, loss = beta - step, new_loss
        if np.max(np.abs(step)) < 1e-6:
            break
    return beta`;

/** core/models/mlp.ts */
export const networkInWords = (hidden: string, steps: string, batch: number) =>
  `A small neural network with one hidden layer of ${hidden} units (tanh), trained by Adam: ${steps} steps on batches of ${batch} examples, with a step size that falls to 0 along a cosine.`;

export const networkCode = python`
def with_constant(inputs):
    return np.column_stack([np.ones(len(inputs)), inputs])


def answer(parameters, X, classify):
    """Hidden activations, and the network's answer: a number, or the probability of class 1."""
    W, V, c = parameters
    hidden = np.tanh(X @ W.T)
    out = hidden @ V + c
    return hidden, 0.5 * (1 + np.tanh(0.5 * out)) if classify else out


def train_network(rng, inputs, targets, hidden, classify, steps=300, batch=64, rate=0.05):
    X = with_constant(inputs)
    columns = X.shape[1]
    parameters = [
        rng.normal(0, 1 / np.sqrt(columns), (hidden, columns)),
        rng.normal(0, 0.5 / np.sqrt(hidden), hidden),
        np.zeros(1),
    ]
    means, squares = ([np.zeros_like(p) for p in parameters] for _ in range(2))
    for step in range(1, steps + 1):
        chosen = rng.integers(0, len(X), batch)
        x = X[chosen]
        activations, predicted = answer(parameters, x, classify)
        # For both losses the gradient starts from the same difference.
        e = (predicted - targets[chosen]) / batch
        back = e[:, None] * parameters[1] * (1 - activations**2)
        gradients = [back.T @ x, activations.T @ e, np.array([e.sum()])]
        # Adam (Kingma and Ba 2015)
        now = rate * 0.5 * (1 + np.cos(np.pi * (step - 1) / steps))
        for p, g, m, s in zip(parameters, gradients, means, squares):
            m += 0.1 * (g - m)
            s += 0.001 * (g * g - s)
            p -= now * (m / (1 - 0.9**step)) / (np.sqrt(s / (1 - 0.999**step)) + 1e-8)
    return parameters


def predict_network(parameters, inputs, classify):
    return answer(parameters, with_constant(inputs), classify)[1]`;
