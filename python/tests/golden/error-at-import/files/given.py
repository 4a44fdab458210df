def twice(function):
    return function() * 2
