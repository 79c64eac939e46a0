FLASK_APP=bookanalysis.app
