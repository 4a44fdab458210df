def apply(function):
    return function()
